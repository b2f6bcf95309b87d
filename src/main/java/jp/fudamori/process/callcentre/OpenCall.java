package jp.fudamori.process.callcentre;

import static jp.fudamori.process.callcentre.PhoneCallModel.CALLER;
import static jp.fudamori.process.callcentre.PhoneCallModel.CALL_ID;
import static jp.fudamori.process.callcentre.PhoneCallModel.IDENTITY_CHECK;
import static jp.fudamori.process.callcentre.PhoneCallModel.INSTITUTION_CODE;
import static jp.fudamori.process.callcentre.PhoneCallModel.TAKEN_BY;

import jp.fudamori.callcentre.CallDesk;
import jp.fudamori.callcentre.CallSlip;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Hands what was written down to the domain; nothing of it stays in the process. */
@Component
class OpenCall extends Step {

    private final CallDesk desk;
    private final CurrentUser user;

    OpenCall(CallDesk desk, CurrentUser user) {
        this.desk = desk;
        this.user = user;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var slip = slip(execution);
        execution.removeVariables();
        var call = desk.open(slip.institution(), slip.caller(), slip.identityCheck(), user.id());
        execution.setProcessBusinessKey(call.id().toString());
        CALL_ID.set(execution, call.id().toString());
        TAKEN_BY.set(execution, call.takenBy().value());
    }

    private static CallSlip slip(DelegateExecution execution) {
        return CallSlip.read(
                INSTITUTION_CODE.find(execution).orElse(""),
                CALLER.find(execution).orElse(""),
                IDENTITY_CHECK.find(execution).orElse(""));
    }
}
