package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.CONTACT_NAME;
import static jp.fudamori.process.application.CertificateApplicationModel.TERMINAL_NAMES;
import static jp.fudamori.process.application.CertificateApplicationModel.draftId;

import jp.fudamori.application.DraftDesk;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

@Component
class EnterApplication extends UserStep {

    private final DraftDesk desk;
    private final DraftFields fields;

    EnterApplication(DraftDesk desk, DraftFields fields) {
        this.desk = desk;
        this.fields = fields;
    }

    @Override
    protected void offer(DelegateTask task) {
        fields.show(task);
    }

    @Override
    protected void complete(DelegateTask task) {
        desk.enter(
                draftId(task),
                CONTACT_NAME.take(task).orElse(""),
                Terminals.entered(TERMINAL_NAMES.take(task).orElse("")));
    }
}
