package jp.fudamori.application;

import java.util.Optional;
import java.util.UUID;
import jp.fudamori.account.AccountId;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.EndingDesk;
import jp.fudamori.institution.InstitutionRegistry;

/** Prepares applications that take the place of certificates: a reissue, a succession. */
@DomainService
public class PreparationDesk {

    private final Drafts drafts;
    private final InstitutionRegistry registry;
    private final EndingDesk endings;
    private final Announcements announcements;
    private final ApplicationDates dates;

    PreparationDesk(
            Drafts drafts,
            InstitutionRegistry registry,
            EndingDesk endings,
            Announcements announcements,
            ApplicationDates dates) {
        this.drafts = drafts;
        this.registry = registry;
        this.endings = endings;
        this.announcements = announcements;
        this.dates = dates;
    }

    /**
     * Prepares an application whose clinic then only has to read it, to agree to the fee and to send it; how long it
     * may take, {@link DraftDesk#renew} says.
     *
     * @param actor who goes on with it: the clinic, or the call centre that has it on the phone
     * @throws Refusal {@code institution-not-registered}, {@code institution-ended}, {@code text-not-allowed},
     *     {@code terminal-named-twice}
     */
    public Draft prepare(Preparation preparation, AccountId actor) {
        registry.find(preparation.institution())
                .orElseThrow(() -> new Refusal(
                        ApplicationReason.INSTITUTION_NOT_REGISTERED,
                        "医療機関コード " + preparation.institution() + " は登録されていません。コールセンターへお問い合わせください。"));
        endings.requireRunning(preparation.institution());
        var draft = new Draft(
                new DraftId(UUID.randomUUID()),
                preparation.kind(),
                preparation.institution(),
                preparation.applicant(),
                Optional.empty(),
                Optional.of(preparation.contactName()),
                TerminalNames.checked(preparation.terminalNames()),
                preparation.replaced(),
                dates.today());
        drafts.add(draft, dates.now());
        announcements.prepared(draft, actor);
        return draft;
    }
}
