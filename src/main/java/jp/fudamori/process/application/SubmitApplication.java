package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.APPLICATION_NUMBER;
import static jp.fudamori.process.application.CertificateApplicationModel.ARRIVAL_PERIOD;
import static jp.fudamori.process.application.CertificateApplicationModel.REVIEW_PERIOD;
import static jp.fudamori.process.application.CertificateApplicationModel.businessPeriod;
import static jp.fudamori.process.application.CertificateApplicationModel.draftId;

import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.certificate.OwnKeyDesk;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Takes the application in within the request of the clinic: it has its number when the task is done, or nothing has.
 */
@Component
class SubmitApplication extends Step {

    private final ApplicationDesk desk;
    private final OwnKeyDesk ownKeys;
    private final ReviewClock clock;
    private final CurrentUser user;

    SubmitApplication(ApplicationDesk desk, OwnKeyDesk ownKeys, ReviewClock clock, CurrentUser user) {
        this.desk = desk;
        this.ownKeys = ownKeys;
        this.clock = clock;
        this.user = user;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var submission = desk.submit(
                draftId(execution),
                user.id(),
                businessPeriod(REVIEW_PERIOD, execution),
                businessPeriod(ARRIVAL_PERIOD, execution));
        ownKeys.claim(submission);
        execution.setProcessBusinessKey(submission.number().value());
        APPLICATION_NUMBER.set(execution, submission.number().value());
        clock.set(execution, submission);
    }
}
