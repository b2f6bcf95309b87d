package jp.fudamori.process.succession;

import static jp.fudamori.process.succession.InstitutionSuccessionModel.REGISTERED;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.code;

import jp.fudamori.notice.SuccessionMailDesk;
import jp.fudamori.process.Step;
import jp.fudamori.succession.SuccessionDesk;
import jp.fudamori.succession.SuccessionEffects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** A successor that is registered already needs no more than its application: nobody will tell that it registers. */
@Component
class SendSuccessionNotice extends Step {

    private final SuccessionDesk desk;
    private final SuccessionEffects effects;
    private final SuccessionMailDesk mails;

    SendSuccessionNotice(SuccessionDesk desk, SuccessionEffects effects, SuccessionMailDesk mails) {
        this.desk = desk;
        this.effects = effects;
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var found = desk.of(code(execution)).orElseThrow();
        mails.notice(found.ending(), found.transitionUntil().orElseThrow());
        REGISTERED.set(execution, effects.isSuccessorRegistered(code(execution)));
    }
}
