package jp.fudamori.notice;

import static jp.fudamori.notice.NoticeReason.MAIL_ADDRESSES_DIFFER;
import static jp.fudamori.notice.NoticeReason.REASON_MISSING;

import java.time.Clock;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.MailChangeDesk;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;

/**
 * Decides about mails whose address was refused for good: another address, or none. The first address stays on record,
 * for a mail that went to the wrong person must be traceable.
 */
@DomainService
public class RefusedMailDesk {

    private static final int LONGEST_REASON = 200;

    private final Mails mails;
    private final MailChangeDesk mailChanges;
    private final AuditTrail audit;
    private final Clock clock;

    RefusedMailDesk(Mails mails, MailChangeDesk mailChanges, AuditTrail audit, Clock clock) {
        this.mails = mails;
        this.mailChanges = mailChanges;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws IllegalStateException if its address was not refused, or somebody has decided already */
    public RefusedMail of(long mailId) {
        return mails.lockRefused(mailId)
                .orElseThrow(() -> new IllegalStateException("nothing to decide about mail " + mailId));
    }

    /**
     * Lets the mail be sent to another address, or to the same once more. Where it is the clinic's account that has the
     * wrong address, a link to change that goes to the right one.
     *
     * @param typed the address
     * @param again the same, typed a second time: it goes to whoever owns that address
     * @throws Refusal {@code not-a-mail-address}, {@code mail-addresses-differ}
     */
    public void correct(long mailId, String typed, String again, AccountId by) {
        var mail = of(mailId);
        var address = MailAddress.parse(typed);
        if (!address.equals(MailAddress.parse(again))) {
            throw new Refusal(MAIL_ADDRESSES_DIFFER, "2回入力されたメールアドレスが一致しません。もう一度、確認して入力してください。");
        }
        mails.saveCorrected(mailId, address);
        audit.record(by.value(), "mail-address-corrected", mail.reference(), describe(mail) + " → " + address);
        mail.institution()
                .ifPresent(institution -> mailChanges.propose(institution, mail.recipient(), address.value(), by));
    }

    /**
     * Ends a mail unsent; it stays on record.
     *
     * @param reason 1 to 200 characters, e.g. that the clinic was told by telephone
     * @throws Refusal {@code reason-missing}
     */
    public void giveUp(long mailId, String reason, AccountId by) {
        var mail = of(mailId);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refusal(REASON_MISSING, "送信を取りやめる理由を" + LONGEST_REASON + "文字以内で入力してください。");
        }
        mails.saveGivenUp(mailId, reason, clock.instant());
        audit.record(by.value(), "mail-given-up", mail.reference(), describe(mail) + ": " + reason);
    }

    private static String describe(RefusedMail mail) {
        return "mail %d %s %s".formatted(mail.mailId(), mail.kind(), mail.recipient());
    }
}
