package jp.fudamori.application;

import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.Draft.Entry;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;

/** Helps a clinic to write its application, until it is submitted. */
@DomainService
public class DraftDesk {

    private final Drafts drafts;
    private final AccountDesk accounts;
    private final InstitutionRegistry registry;
    private final FeeDesk fees;
    private final Clock clock;

    DraftDesk(Drafts drafts, AccountDesk accounts, InstitutionRegistry registry, FeeDesk fees, Clock clock) {
        this.drafts = drafts;
        this.accounts = accounts;
        this.registry = registry;
        this.fees = fees;
        this.clock = clock;
    }

    /**
     * Begins an application of the institution that the account belongs to.
     *
     * @throws Refusal {@code not-a-clinic}, {@code institution-not-registered}
     */
    public DraftId open(AccountId applicant) {
        var institution = accounts.find(applicant)
                .flatMap(Account::institution)
                .orElseThrow(() -> new Refusal(ApplicationReason.NOT_A_CLINIC, "電子証明書の発行申請は、医療機関のアカウントから行ってください。"));
        requireRegistered(institution);
        var draft =
                new Draft(new DraftId(UUID.randomUUID()), institution, applicant, Optional.empty(), Optional.empty());
        drafts.add(draft, clock.instant());
        return draft.id();
    }

    /** @throws NoSuchElementException if it was submitted or given up */
    public Draft draft(DraftId id) {
        return drafts.find(id).orElseThrow(() -> new NoSuchElementException("no draft " + id));
    }

    /** Returns whether the 利用申請, the prerequisite of every certificate, is on file. */
    public boolean isQualified(DraftId id) {
        return registry.qualification(draft(id).institution()).isPresent();
    }

    /** The applicant agrees to the fee as it is shown today; agreeing again replaces the earlier consent. */
    public void consent(DraftId id, AccountId by) {
        drafts.consent(draft(id).id(), fees.consentOf(by));
    }

    /**
     * @param terminalNames one for each certificate that is wanted
     * @throws Refusal {@code text-not-allowed}, {@code terminal-named-twice}, {@code too-many-terminals}
     */
    public void enter(DraftId id, String contactName, List<String> terminalNames) {
        var entry = new Entry(ApplicantText.checked("担当部署/担当者名", contactName), TerminalNames.checked(terminalNames));
        drafts.enter(draft(id).id(), entry);
    }

    /** Ends a draft that will not be submitted; no fee arises. Does nothing when it is gone already. */
    public void giveUp(DraftId id) {
        drafts.remove(id);
    }

    private void requireRegistered(InstitutionCode institution) {
        if (registry.find(institution).isEmpty()) {
            throw new Refusal(
                    ApplicationReason.INSTITUTION_NOT_REGISTERED,
                    "医療機関コード " + institution + " は登録されていません。コールセンターへお問い合わせください。");
        }
    }
}
