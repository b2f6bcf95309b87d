package jp.fudamori.process.revocation;

import static jp.fudamori.process.revocation.CertificateRevocationModel.requestId;

import jp.fudamori.certificate.RevocationRequest.CarriedOut;
import jp.fudamori.certificate.RevocationRequestDesk;
import jp.fudamori.notice.CertificateMailDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Tells nothing where all of it had been revoked before. */
@Component
class SendRevoked extends Step {

    private final RevocationRequestDesk desk;
    private final CertificateMailDesk mails;

    SendRevoked(RevocationRequestDesk desk, CertificateMailDesk mails) {
        this.desk = desk;
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        if (desk.find(requestId(execution)) instanceof CarriedOut done) {
            mails.revoked(done);
        }
    }
}
