package jp.fudamori.certificate;

import java.util.Optional;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.common.DomainService;

/** Stands in until the real desk is merged. */
@DomainService
public class CertificateDesk {

    public Optional<Certificate> of(ApplicationNumber number) {
        return Optional.empty();
    }

    public Certificate.Issued issued(ApplicationNumber number) {
        throw new IllegalStateException("not issued: " + number);
    }

    public LetterSecrets secrets(ApplicationNumber number) {
        throw new IllegalStateException("no secrets of " + number);
    }

    public void destroySecrets(ApplicationNumber number) {}
}
