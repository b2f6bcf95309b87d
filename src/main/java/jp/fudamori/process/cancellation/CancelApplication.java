package jp.fudamori.process.cancellation;

import static jp.fudamori.process.cancellation.ApplicationCancellationModel.APPLICATION_NUMBER;

import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.callcentre.CallDesk;
import jp.fudamori.common.Refusal;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** 取消し: the clinic, or the call centre for it, withdraws one of its applications. */
@Component
class CancelApplication extends Step {

    private enum Reason implements Refusal.Reason {
        NOT_A_NUMBER
    }

    private final ApplicationDesk desk;
    private final CallDesk calls;
    private final CurrentUser user;

    CancelApplication(ApplicationDesk desk, CallDesk calls, CurrentUser user) {
        this.desk = desk;
        this.calls = calls;
        this.user = user;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var acting = calls.acting(user.id());
        var number = ApplicationNumber.parse(APPLICATION_NUMBER.in(execution))
                .orElseThrow(() -> new Refusal(Reason.NOT_A_NUMBER, "受付番号は 20261122-00042 の形で入力してください。"));
        execution.setProcessBusinessKey(number.value());
        desk.cancel(number, acting.clinic().institution().orElseThrow(), acting.actor());
    }
}
