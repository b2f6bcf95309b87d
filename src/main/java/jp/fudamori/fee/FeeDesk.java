package jp.fudamori.fee;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.institution.Qualification;
import jp.fudamori.institution.Qualification.PaymentMethod;

/**
 * Keeps consents and posts fees. A consent is for an application, a fee for one of its certificates; for each there is
 * at most one.
 */
@DomainService
public class FeeDesk {

    private final ConsentTexts texts;
    private final Fees fees;
    private final InstitutionRegistry registry;
    private final AuditTrail audit;
    private final Clock clock;

    FeeDesk(ConsentTexts texts, Fees fees, InstitutionRegistry registry, AuditTrail audit, Clock clock) {
        this.texts = texts;
        this.fees = fees;
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Returns the text that is shown to applicants today.
     *
     * @throws Refusal {@code fee-not-scheduled}
     */
    public ConsentText consentText(FeeKind kind) {
        return texts.today(kind);
    }

    /**
     * Refuses a consent to a text that was put on the screen before the wording or the price changed.
     *
     * @param shown exactly what the applicant had before their eyes
     * @throws Refusal {@code consent-text-changed}, {@code fee-not-scheduled}
     */
    public void requireTodaysText(FeeKind kind, String shown) {
        if (!texts.today(kind).text().equals(shown)) {
            throw new Refusal(
                    FeeReason.CONSENT_TEXT_CHANGED,
                    "表示したあとで発行料または説明文が改められました。お手数ですが、「同意しない」を選んで終了し、もう一度はじめから申請してください。");
        }
    }

    /**
     * Returns the proof that {@code by} agreed, just now, to the text that is shown today. Keeps nothing.
     *
     * @throws Refusal {@code fee-not-scheduled}
     */
    public Consent consentOf(FeeKind kind, AccountId by) {
        return consentOf(kind, by, Optional.empty());
    }

    /**
     * Returns the proof that somebody agreed by telephone, just now, to the text of today. Keeps nothing.
     *
     * @param by who of the office took the call
     * @throws Refusal {@code fee-not-scheduled}
     */
    public Consent consentOf(FeeKind kind, AccountId by, PhoneCall call) {
        return consentOf(kind, by, Optional.of(call));
    }

    /** Keeps a proof for ever, the only one for its reference. */
    public void keepConsent(String reference, Consent consent) {
        fees.addConsent(reference, consent);
        audit.record(
                consent.by().value(),
                "fee-consented",
                reference,
                "%d JPY, text %s, %s".formatted(consent.amountYen(), consent.textVersion(), consent.channel()));
    }

    /**
     * Posts the fee that the applicant agreed to, once, on the day of issue. Does nothing when it is posted already.
     *
     * @param consentReference what the applicant agreed to pay for
     * @param reference the one certificate of it that was issued
     * @throws Refusal {@code consent-missing}
     */
    public void post(String consentReference, String reference, InstitutionCode institution) {
        var consent = fees.consent(consentReference)
                .orElseThrow(
                        () -> new Refusal(FeeReason.CONSENT_MISSING, "発行料への同意の記録がありません。受付番号: " + consentReference));
        // nobody on file pays by deduction [SOURCES: payment-method]
        var method = registry.qualification(institution)
                .map(Qualification::paymentMethod)
                .orElse(PaymentMethod.DEDUCTION);
        var today = LocalDate.now(clock);
        var fee = new Fee(reference, institution, consent.amountYen(), method, today, Optional.empty());
        if (fees.add(fee, consentReference)) {
            audit.record("process", "fee-posted", reference, consent.amountYen() + " JPY " + method);
        }
    }

    /** Returns what the applicant agreed to; its amount is the one that {@link #post} takes. */
    public Optional<Consent> consent(String reference) {
        return fees.consent(reference);
    }

    /** Returns the fees that arose from one consent, ordered by reference, also those that were cancelled later. */
    public List<Fee> fees(String consentReference) {
        return fees.of(consentReference);
    }

    /** Returns the fee that arose, also when it was cancelled later. */
    public Optional<Fee> fee(String reference) {
        return fees.find(reference);
    }

    private Consent consentOf(FeeKind kind, AccountId by, Optional<PhoneCall> call) {
        var text = texts.today(kind);
        return new Consent(text.version(), text.hash(), text.amountYen(), by, clock.instant(), call);
    }
}
