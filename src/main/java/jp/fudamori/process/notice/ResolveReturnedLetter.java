package jp.fudamori.process.notice;

import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

@Component
class ResolveReturnedLetter extends UserStep {

    private final ReturnFields fields;

    ResolveReturnedLetter(ReturnFields fields) {
        this.fields = fields;
    }

    @Override
    protected void offer(DelegateTask task) {
        fields.show(task);
    }

    @Override
    protected void complete(DelegateTask task) {
        fields.take(task);
    }
}
