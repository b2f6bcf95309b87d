package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.draftId;

import jp.fudamori.application.DraftDesk;
import jp.fudamori.notice.MailDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendDraftAbandoned extends Step {

    private final DraftDesk desk;
    private final MailDesk mails;

    SendDraftAbandoned(DraftDesk desk, MailDesk mails) {
        this.desk = desk;
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var draft = desk.draft(draftId(execution));
        mails.draftAbandoned(draft.institution(), draft.applicant(), draft.id().toString());
        desk.giveUp(draft.id());
    }
}
