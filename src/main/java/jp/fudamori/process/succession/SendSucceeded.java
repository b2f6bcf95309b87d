package jp.fudamori.process.succession;

import static jp.fudamori.process.succession.InstitutionSuccessionModel.code;

import jp.fudamori.notice.SuccessionMailDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendSucceeded extends Step {

    private final SuccessionMailDesk mails;

    SendSucceeded(SuccessionMailDesk mails) {
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        mails.succeeded(code(execution));
    }
}
