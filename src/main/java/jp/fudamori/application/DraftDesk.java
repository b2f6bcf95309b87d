package jp.fudamori.application;

import java.time.Period;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import jp.fudamori.account.AccountId;
import jp.fudamori.callcentre.Acting;
import jp.fudamori.callcentre.CallDesk;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.common.TypedText;
import jp.fudamori.fee.Consent;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.fee.FeeKind;
import jp.fudamori.fee.PhoneCall;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;

/** Helps a clinic to write its application, until it is submitted. */
@DomainService
public class DraftDesk {

    private final Drafts drafts;
    private final CallDesk calls;
    private final InstitutionRegistry registry;
    private final FeeDesk fees;
    private final CaseFile file;

    DraftDesk(Drafts drafts, CallDesk calls, InstitutionRegistry registry, FeeDesk fees, CaseFile file) {
        this.drafts = drafts;
        this.calls = calls;
        this.registry = registry;
        this.fees = fees;
        this.file = file;
    }

    /**
     * Begins an application of the clinic that the user acts for, with the contact of its last one filled in.
     *
     * @param time how long the clinic may take to submit it, in days of the calendar
     * @throws Refusal {@code not-a-clinic}, {@code no-call-open}, {@code institution-not-registered},
     *     {@code institution-ended}
     */
    public Draft open(AccountId user, Period time) {
        var applicant = calls.acting(user).clinic();
        var institution = applicant.institution().orElseThrow();
        requireRegistered(institution);
        file.requireRunning(institution);
        var draft = new Draft(
                new DraftId(UUID.randomUUID()),
                ApplicationKind.NEW,
                institution,
                applicant.id(),
                Optional.empty(),
                file.lastContact(institution),
                List.of(),
                List.of(),
                file.today().plus(time));
        drafts.add(draft, file.now());
        return draft;
    }

    /** @throws NoSuchElementException if it was submitted or given up */
    public Draft draft(DraftId id) {
        return drafts.find(id).orElseThrow(() -> new NoSuchElementException("no draft " + id));
    }

    /** Gives the clinic its time again, from today. */
    public Draft renew(DraftId id, Period time) {
        drafts.renew(draft(id).id(), file.today().plus(time));
        return draft(id);
    }

    /**
     * Returns whether the 利用申請, the prerequisite of every certificate, is on file. While the transaction lasts, "no"
     * stays true.
     */
    public boolean isQualified(DraftId id) {
        return registry.settledQualification(draft(id).institution()).isPresent();
    }

    /**
     * The applicant agrees to the fee as it is shown today; agreeing again replaces the earlier consent.
     *
     * @param by the clinic, or the call centre for a clinic that agrees on the phone
     * @throws Refusal {@code not-this-clinic}
     */
    public void consent(DraftId id, AccountId by) {
        var draft = draft(id);
        var acting = calls.acting(by);
        if (!acting.clinic().id().equals(draft.applicant())) {
            throw new Refusal(ApplicationReason.NOT_THIS_CLINIC, "この申請は、お電話中の医療機関のものではありません。");
        }
        drafts.consent(id, consentOf(acting, draft.kind().fee()));
    }

    private Consent consentOf(Acting acting, FeeKind fee) {
        return acting.call()
                .map(call -> fees.consentOf(fee, acting.actor(), new PhoneCall(call.caller())))
                .orElseGet(() -> fees.consentOf(fee, acting.actor()));
    }

    /**
     * @param terminalNames one for each certificate that is wanted
     * @throws Refusal {@code text-not-allowed}, {@code terminal-named-twice}, {@code too-many-terminals},
     *     {@code terminals-fixed}
     */
    public void enter(DraftId id, String contactName, List<String> terminalNames) {
        var draft = draft(id);
        var names = TerminalNames.checked(terminalNames);
        TerminalNames.refuseOtherNumber(draft.kind(), draft.terminalNames().size(), names);
        drafts.enter(id, TypedText.checked("担当部署/担当者名", contactName), names);
    }

    /** Returns the terminals entered that an application of the clinic has already. */
    public List<Repetition> repetitions(DraftId id) {
        var draft = draft(id);
        return draft.kind().isReplacement() ? List.of() : file.repetitions(draft.institution(), draft.terminalNames());
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
