package jp.fudamori.process.renewal;

import static jp.fudamori.process.renewal.CertificateRenewalModel.replacement;

import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class VetRenewal extends Step {

    private final CertificateDesk certificates;

    VetRenewal(CertificateDesk certificates) {
        this.certificates = certificates;
    }

    @Override
    protected void run(DelegateExecution execution) {
        certificates.vet(replacement(execution));
    }
}
