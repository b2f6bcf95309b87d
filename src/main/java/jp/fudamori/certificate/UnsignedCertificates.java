package jp.fudamori.certificate;

import java.util.Optional;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.Certificates.Unsigned;
import jp.fudamori.institution.EndingDesk;
import org.springframework.stereotype.Component;

/** Certificates between their vetting and their signature, which they get only while their code has not ended. */
@Component
class UnsignedCertificates {

    private final Certificates certificates;
    private final EndingDesk endings;

    UnsignedCertificates(Certificates certificates, EndingDesk endings) {
        this.certificates = certificates;
        this.endings = endings;
    }

    /**
     * Returns what may be signed now; its code does not end before the transaction does. Empty where it was signed
     * before, or given up.
     *
     * @throws jp.fudamori.common.Refusal {@code institution-ended}
     * @throws IllegalStateException if the certificate was not vetted
     */
    Optional<Unsigned> lock(LineNumber line) {
        if (certificates.find(line).isEmpty()) {
            throw new IllegalStateException("never vetted: " + line);
        }
        endings.holdStill();
        var unsigned = certificates.lockUnsigned(line);
        unsigned.ifPresent(waiting -> endings.requireRunning(waiting.institution()));
        return unsigned;
    }

    /** The key has gone where it belongs, or belongs nowhere any more. */
    void destroyKey(LineNumber line) {
        certificates.destroyKey(line);
    }
}
