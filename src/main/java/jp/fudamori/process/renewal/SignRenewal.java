package jp.fudamori.process.renewal;

import static jp.fudamori.process.renewal.CertificateRenewalModel.SIGNED;
import static jp.fudamori.process.renewal.CertificateRenewalModel.replacement;

import jp.fudamori.certificate.RenewedCertificates;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SignRenewal extends Step {

    private final RenewedCertificates certificates;

    SignRenewal(RenewedCertificates certificates) {
        this.certificates = certificates;
    }

    @Override
    protected void run(DelegateExecution execution) {
        SIGNED.set(execution, certificates.sign(replacement(execution)));
    }
}
