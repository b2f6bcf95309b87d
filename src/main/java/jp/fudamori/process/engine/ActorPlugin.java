package jp.fudamori.process.engine;

import static jp.fudamori.process.ClinicStep.ACTOR;
import static jp.fudamori.process.ClinicStep.APPLICANT;

import jp.fudamori.account.AccountId;
import jp.fudamori.callcentre.CallDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Lets no step of a clinic open at staff whose call is over. Without this, a step that opens by itself (a reviewer
 * returns an application, a job goes on) at the very moment in which the call ends would stay with the staff: each of
 * the two would not see what the other has not committed yet. Here, the later one waits for the other.
 */
@Component
class ActorPlugin extends ActorSteps {

    private final ApplicationContext beans;

    ActorPlugin(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    void addTo(ActivityImpl activity) {
        ExecutionListener settle = this::settle;
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, settle);
    }

    private void settle(DelegateExecution execution) {
        var clinic = APPLICANT.in(execution);
        var actor = ACTOR.in(execution);
        if (!actor.equals(clinic)
                && !beans.getBean(CallDesk.class).isActing(new AccountId(actor), new AccountId(clinic))) {
            ACTOR.set(execution, clinic);
        }
    }
}
