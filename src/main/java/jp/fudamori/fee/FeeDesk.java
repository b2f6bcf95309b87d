package jp.fudamori.fee;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
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

    private final ConsentText consentText;
    private final Fees fees;
    private final InstitutionRegistry registry;
    private final AuditTrail audit;
    private final Clock clock;

    FeeDesk(ConsentText consentText, Fees fees, InstitutionRegistry registry, AuditTrail audit, Clock clock) {
        this.consentText = consentText;
        this.fees = fees;
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns the text that is shown to applicants today. */
    public ConsentText consentText() {
        return consentText;
    }

    /** Returns the proof that {@code by} agreed, just now, to the text that is shown today. Keeps nothing. */
    public Consent consentOf(AccountId by) {
        return new Consent(
                consentText.version(), sha256(consentText.text()), consentText.amountYen(), by, clock.instant());
    }

    public void keepConsent(String reference, Consent consent) {
        fees.addConsent(reference, consent);
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
        var fee = new Fee(reference, institution, consent.amountYen(), method, LocalDate.now(clock));
        if (fees.add(fee, consentReference)) {
            audit.record("process", "fee-posted", reference, consent.amountYen() + " JPY " + method);
        }
    }

    /** Returns what the applicant agreed to; its amount is the one that {@link #post} takes. */
    public Optional<Consent> consent(String reference) {
        return fees.consent(reference);
    }

    /** Returns the fees that arose from one consent, ordered by reference. */
    public List<Fee> fees(String consentReference) {
        return fees.of(consentReference);
    }

    public Optional<Fee> fee(String reference) {
        return fees.find(reference);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
