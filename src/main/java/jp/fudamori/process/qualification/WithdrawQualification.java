package jp.fudamori.process.qualification;

import static jp.fudamori.process.qualification.QualificationApplicationModel.qualificationId;

import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.Step;
import jp.fudamori.qualification.QualificationDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class WithdrawQualification extends Step {

    private final QualificationDesk desk;
    private final CurrentUser user;

    WithdrawQualification(QualificationDesk desk, CurrentUser user) {
        this.desk = desk;
        this.user = user;
    }

    @Override
    protected void run(DelegateExecution execution) {
        desk.withdraw(qualificationId(execution), user.id());
    }
}
