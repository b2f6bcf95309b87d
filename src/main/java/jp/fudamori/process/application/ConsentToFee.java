package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.ACTION;
import static jp.fudamori.process.application.CertificateApplicationModel.CONSENT;
import static jp.fudamori.process.application.CertificateApplicationModel.CONSENT_TEXT;
import static jp.fudamori.process.application.CertificateApplicationModel.draftId;

import jp.fudamori.application.DraftDesk;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.fee.FeeKind;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

@Component
class ConsentToFee extends UserStep {

    private static final String NOT_SUBMITTED = "none";

    private final DraftDesk desk;
    private final FeeDesk fees;
    private final CurrentUser user;

    ConsentToFee(DraftDesk desk, FeeDesk fees, CurrentUser user) {
        this.desk = desk;
        this.fees = fees;
        this.user = user;
    }

    @Override
    protected void offer(DelegateTask task) {
        CONSENT_TEXT.show(task, fees.consentText(kind(task)).text());
    }

    @Override
    protected void complete(DelegateTask task) {
        ACTION.set(task.getExecution(), NOT_SUBMITTED);
        if (CONSENT.in(task)) {
            fees.requireTodaysText(kind(task), CONSENT_TEXT.in(task));
            desk.consent(draftId(task), user.id());
        }
    }

    private FeeKind kind(DelegateTask task) {
        return desk.draft(draftId(task)).kind().fee();
    }
}
