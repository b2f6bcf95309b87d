package jp.fudamori.process.application;

import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class VetCertificate extends Step {

    private final CertificateDesk certificates;
    private final ApprovedLine line;

    VetCertificate(CertificateDesk certificates, ApprovedLine line) {
        this.certificates = certificates;
        this.line = line;
    }

    @Override
    protected void run(DelegateExecution execution) {
        certificates.vet(line.of(execution));
    }
}
