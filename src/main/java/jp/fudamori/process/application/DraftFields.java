package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.CONTACT_NAME;
import static jp.fudamori.process.application.CertificateApplicationModel.FEE;
import static jp.fudamori.process.application.CertificateApplicationModel.TERMINAL_NAME;
import static jp.fudamori.process.application.CertificateApplicationModel.draftId;

import jp.fudamori.application.DraftDesk;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The fields of a form that show a draft as it stands. */
@Component
class DraftFields {

    private final DraftDesk desk;
    private final InstitutionFields institution;

    DraftFields(DraftDesk desk, InstitutionFields institution) {
        this.desk = desk;
        this.institution = institution;
    }

    void show(DelegateTask task) {
        var draft = desk.draft(draftId(task));
        institution.show(task, draft.institution(), draft.applicant());
        draft.consent().ifPresent(consent -> FEE.show(task, "%,d円".formatted(consent.amountYen())));
        draft.entry().ifPresent(entry -> {
            CONTACT_NAME.show(task, entry.contactName());
            TERMINAL_NAME.show(task, String.join("\n", entry.terminalNames()));
        });
    }
}
