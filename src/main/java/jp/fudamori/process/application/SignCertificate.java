package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.applicationNumber;

import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SignCertificate extends Step {

    private final CertificateDesk certificates;

    SignCertificate(CertificateDesk certificates) {
        this.certificates = certificates;
    }

    @Override
    protected void run(DelegateExecution execution) {
        certificates.sign(new LineNumber(applicationNumber(execution), 1));
    }
}
