package jp.fudamori.certificate;

import java.util.Optional;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.Certificate.Vetted;
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
     * before.
     *
     * @throws jp.fudamori.common.Refusal {@code institution-ended}
     * @throws IllegalStateException if the certificate was not vetted, or was given up since
     */
    Optional<Unsigned> lock(LineNumber line) {
        endings.holdStill();
        var unsigned = certificates.lockUnsigned(line);
        unsigned.ifPresentOrElse(waiting -> endings.requireRunning(waiting.institution()), () -> requireSigned(line));
        return unsigned;
    }

    private void requireSigned(LineNumber line) {
        if (certificates.find(line).filter(found -> !(found instanceof Vetted)).isEmpty()) {
            throw new IllegalStateException("never vetted, or given up: " + line);
        }
    }

    /**
     * The key has gone where it belongs, or belongs nowhere any more.
     *
     * @return false if there was none, not any more or never
     */
    boolean destroyKey(LineNumber line) {
        return certificates.destroyKey(line);
    }
}
