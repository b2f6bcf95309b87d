package jp.fudamori.application;

import java.util.Optional;
import jp.fudamori.common.DomainService;

/** Stands in until the real desk is merged. */
@DomainService
public class ApplicationDesk {

    public Optional<CertificateApplication> find(ApplicationNumber number) {
        return Optional.empty();
    }
}
