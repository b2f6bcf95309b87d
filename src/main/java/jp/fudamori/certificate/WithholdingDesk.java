package jp.fudamori.certificate;

import jp.fudamori.application.LineNumber;
import jp.fudamori.application.ReviewDesk;
import jp.fudamori.common.DomainService;

/** 発行の取りやめ: gives up what was approved, and must not be signed any more. */
@DomainService
public class WithholdingDesk {

    /** For the applicant, in the portal and in a mail. */
    static final String REASON = "医療機関コードが廃止されたため";

    private final Certificates certificates;
    private final ReviewDesk reviews;

    WithholdingDesk(Certificates certificates, ReviewDesk reviews) {
        this.certificates = certificates;
        this.reviews = reviews;
    }

    /**
     * Gives up the certificate of a line whose code has ended before it was signed, and destroys its key. What was
     * vetted stays on record without ever being signed. Told a second time, it does nothing.
     *
     * @throws IllegalStateException if the certificate is signed, or the line was never approved
     */
    public void withhold(LineNumber line) {
        if (certificates
                .lock(line)
                .filter(found -> !(found instanceof Certificate.Vetted))
                .isPresent()) {
            throw new IllegalStateException("signed already: " + line);
        }
        certificates.destroyKey(line);
        reviews.withhold(line, REASON);
    }
}
