package jp.fudamori.process.qualification;

import static jp.fudamori.process.qualification.QualificationApplicationModel.qualificationId;

import jp.fudamori.process.Step;
import jp.fudamori.qualification.QualificationDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class AbandonQualification extends Step {

    private final QualificationDesk desk;

    AbandonQualification(QualificationDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void run(DelegateExecution execution) {
        desk.abandon(qualificationId(execution));
    }
}
