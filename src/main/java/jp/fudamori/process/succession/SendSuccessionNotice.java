package jp.fudamori.process.succession;

import static jp.fudamori.process.succession.InstitutionSuccessionModel.code;

import jp.fudamori.notice.SuccessionMailDesk;
import jp.fudamori.process.Step;
import jp.fudamori.succession.SuccessionDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendSuccessionNotice extends Step {

    private final SuccessionDesk desk;
    private final SuccessionMailDesk mails;

    SendSuccessionNotice(SuccessionDesk desk, SuccessionMailDesk mails) {
        this.desk = desk;
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var found = desk.of(code(execution)).orElseThrow();
        mails.notice(found.ending(), found.transitionUntil().orElseThrow());
    }
}
