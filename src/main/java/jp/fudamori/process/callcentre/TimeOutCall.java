package jp.fudamori.process.callcentre;

import static jp.fudamori.process.callcentre.PhoneCallModel.CALL_ID;

import jp.fudamori.callcentre.CallDesk;
import jp.fudamori.callcentre.CallEnd;
import jp.fudamori.callcentre.CallId;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Nobody said that the call is over, so it is ended without a word. */
@Component
class TimeOutCall extends Step {

    private final CallDesk desk;

    TimeOutCall(CallDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void run(DelegateExecution execution) {
        desk.end(CallId.of(CALL_ID.in(execution)), CallEnd.TIMED_OUT, "");
    }
}
