package jp.fudamori.process.revocation;

import static jp.fudamori.process.revocation.CertificateRevocationModel.ACTION;

import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The clinic reads all of it once more; which way it goes from here, the gateway behind it decides. */
@Component
class ConfirmRevocation extends UserStep {

    private final RevocationFields fields;

    ConfirmRevocation(RevocationFields fields) {
        this.fields = fields;
    }

    @Override
    protected void offer(DelegateTask task) {
        ACTION.ask(task);
        fields.show(task);
    }

    @Override
    protected void complete(DelegateTask task) {}
}
