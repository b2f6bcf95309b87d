package jp.fudamori.fee;

import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;

/** Cancels a fee that should not stand: by an entry that takes back what was posted, never by changing it. */
@DomainService
public class CancellationDesk {

    private static final int LONGEST = 200;
    private static final Pattern FORBIDDEN = Pattern.compile("[<>\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");

    private final Fees fees;
    private final AccountDesk accounts;
    private final AuditTrail audit;
    private final Clock clock;

    CancellationDesk(Fees fees, AccountDesk accounts, AuditTrail audit, Clock clock) {
        this.fees = fees;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a fee back in full, once. Does nothing when that was done already; the first reason stands.
     *
     * @param reference of the fee
     * @param reason for whoever asks later, 1 to 200 characters, one line
     * @param by somebody of the office
     * @throws Refusal {@code not-staff}, {@code reason-not-allowed}, {@code fee-not-posted}
     */
    public void cancel(String reference, String reason, AccountId by) {
        requireStaff(by);
        reverse(reference, checked(reason), by.value());
    }

    /**
     * Takes a fee back in full, once, because its certificate was withdrawn before the clinic had it; nobody of the
     * office need ask for that. Does nothing when it is cancelled already; the first reason stands.
     *
     * @param reason as that of {@link #cancel}
     * @throws Refusal {@code fee-not-posted}
     */
    public void withdraw(String reference, String reason) {
        reverse(reference, reason, "process");
    }

    private void reverse(String reference, String reason, String by) {
        var fee = fees.find(reference)
                .orElseThrow(() -> new Refusal(FeeReason.FEE_NOT_POSTED, "この受付番号・枚番の発行料は計上されていません。番号を確認してください。"));
        if (fees.reverse(fee, reason, by, LocalDate.now(clock))) {
            audit.record(by, "fee-cancelled", reference, "-%d JPY: %s".formatted(fee.amountYen(), reason));
        }
    }

    private void requireStaff(AccountId by) {
        if (accounts.find(by).flatMap(Account::institution).isPresent()
                || accounts.find(by).isEmpty()) {
            throw new Refusal(FeeReason.NOT_STAFF, "発行料の取消しは、発行センターの職員だけが行えます。");
        }
    }

    private static String checked(String reason) {
        var stripped = reason.strip();
        if (stripped.isEmpty()
                || stripped.codePointCount(0, stripped.length()) > LONGEST
                || FORBIDDEN.matcher(stripped).find()) {
            throw new Refusal(
                    FeeReason.REASON_NOT_ALLOWED, "取消しの理由を、%d文字以内の1行で入力してください（制御文字と < > は使えません）。".formatted(LONGEST));
        }
        return stripped;
    }
}
