package jp.fudamori.process.revocation;

import static jp.fudamori.process.revocation.CertificateRevocationModel.CAUSE;
import static jp.fudamori.process.revocation.CertificateRevocationModel.NOTE;
import static jp.fudamori.process.revocation.CertificateRevocationModel.requestId;

import jp.fudamori.certificate.RevocationRequestDesk;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** A step in which somebody says why certificates are to be revoked. */
abstract class RevocationEntry extends UserStep {

    private final RevocationRequestDesk desk;
    private final RevocationFields fields;

    RevocationEntry(RevocationRequestDesk desk, RevocationFields fields) {
        this.desk = desk;
        this.fields = fields;
    }

    @Override
    protected void offer(DelegateTask task) {
        fields.show(task);
    }

    @Override
    protected void complete(DelegateTask task) {
        desk.state(
                requestId(task),
                RevocationCause.reason(CAUSE.take(task).orElseThrow()),
                NOTE.take(task).orElse(""));
    }
}
