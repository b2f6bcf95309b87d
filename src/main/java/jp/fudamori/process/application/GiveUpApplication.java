package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.draftId;

import jp.fudamori.application.DraftDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The clinic did not agree to the fee, or does not want to apply after all. */
@Component
class GiveUpApplication extends Step {

    private final DraftDesk desk;

    GiveUpApplication(DraftDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void run(DelegateExecution execution) {
        desk.giveUp(draftId(execution));
    }
}
