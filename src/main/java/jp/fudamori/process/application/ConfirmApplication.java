package jp.fudamori.process.application;

import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The clinic reads all of it once more; which way it goes from here, the gateway behind it decides. */
@Component
class ConfirmApplication extends UserStep {

    private final DraftFields fields;

    ConfirmApplication(DraftFields fields) {
        this.fields = fields;
    }

    @Override
    protected void offer(DelegateTask task) {
        fields.show(task);
    }

    @Override
    protected void complete(DelegateTask task) {}
}
