package jp.fudamori.process.callcentre;

import static jp.fudamori.process.callcentre.PhoneCallModel.CALL_ID;
import static jp.fudamori.process.callcentre.PhoneCallModel.NOTE;
import static jp.fudamori.process.callcentre.PhoneCallModel.TAKEN_BY;

import jp.fudamori.account.AccountId;
import jp.fudamori.callcentre.CallDesk;
import jp.fudamori.callcentre.CallEnd;
import jp.fudamori.callcentre.CallId;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

@Component
class EndCall extends UserStep {

    private final CallDesk desk;
    private final CallFields fields;

    EndCall(CallDesk desk, CallFields fields) {
        this.desk = desk;
        this.fields = fields;
    }

    @Override
    protected void offer(DelegateTask task) {
        fields.show(task, desk.current(new AccountId(TAKEN_BY.in(task))).orElseThrow());
    }

    @Override
    protected void complete(DelegateTask task) {
        desk.end(CallId.of(CALL_ID.in(task)), CallEnd.BY_STAFF, NOTE.take(task).orElse(""));
    }
}
