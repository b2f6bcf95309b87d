package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.ACTOR;
import static jp.fudamori.process.application.CertificateApplicationModel.APPLICANT;
import static jp.fudamori.process.application.CertificateApplicationModel.DRAFT_PERIOD;
import static jp.fudamori.process.application.CertificateApplicationModel.DRAFT_UNTIL;
import static jp.fudamori.process.application.CertificateApplicationModel.INSTITUTION_CODE;
import static jp.fudamori.process.application.CertificateApplicationModel.QUALIFIED;
import static jp.fudamori.process.application.CertificateApplicationModel.draftId;
import static jp.fudamori.process.application.CertificateApplicationModel.period;

import jp.fudamori.application.DraftDesk;
import jp.fudamori.process.Deadlines;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Goes on with an application that something else has prepared, as a loss or a succession does. */
@Component
class AdoptDraft extends Step {

    private final DraftDesk desk;

    AdoptDraft(DraftDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var draft = desk.renew(draftId(execution), period(DRAFT_PERIOD, execution));
        APPLICANT.set(execution, draft.applicant().value());
        ACTOR.set(execution, ACTOR.in(execution));
        INSTITUTION_CODE.set(execution, draft.institution().value());
        DRAFT_UNTIL.set(execution, Deadlines.endOf(draft.until()));
        QUALIFIED.set(execution, desk.isQualified(draft.id()));
    }
}
