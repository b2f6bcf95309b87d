package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.CONTACT_NAME;
import static jp.fudamori.process.application.CertificateApplicationModel.TERMINAL_NAMES;
import static jp.fudamori.process.application.CertificateApplicationModel.draftId;

import jp.fudamori.application.Draft;
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

    Draft show(DelegateTask task) {
        var draft = desk.draft(draftId(task));
        institution.show(task, draft.institution(), draft.applicant());
        draft.contactName().ifPresent(name -> CONTACT_NAME.show(task, name));
        if (!draft.terminalNames().isEmpty()) {
            TERMINAL_NAMES.show(task, Terminals.lines(draft.terminalNames()));
        }
        return draft;
    }
}
