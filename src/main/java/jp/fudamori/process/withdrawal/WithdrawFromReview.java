package jp.fudamori.process.withdrawal;

import static jp.fudamori.process.withdrawal.QualificationWithdrawalModel.APPLICATION_NUMBER;

import java.util.Locale;
import jp.fudamori.callcentre.CallDesk;
import jp.fudamori.common.Refusal;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.Step;
import jp.fudamori.qualification.QualificationDesk;
import jp.fudamori.qualification.QualificationNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** 取下げ: the clinic, or the call centre for it, takes back its 利用申請 while it is under review. */
@Component
class WithdrawFromReview extends Step {

    private enum Reason implements Refusal.Reason {
        NOT_A_NUMBER
    }

    private final QualificationDesk desk;
    private final CallDesk calls;
    private final CurrentUser user;

    WithdrawFromReview(QualificationDesk desk, CallDesk calls, CurrentUser user) {
        this.desk = desk;
        this.calls = calls;
        this.user = user;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var acting = calls.acting(user.id());
        var number = QualificationNumber.parse(APPLICATION_NUMBER.in(execution).toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new Refusal(Reason.NOT_A_NUMBER, "受付番号は R20261122-00042 の形で入力してください。"));
        execution.setProcessBusinessKey(number.value());
        desk.withdraw(number, acting.clinic().institution().orElseThrow(), acting.actor());
    }
}
