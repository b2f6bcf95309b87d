package jp.fudamori.process.application;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;
import static jp.fudamori.process.application.CertificateApplicationModel.APPLICATION_NUMBER;
import static jp.fudamori.process.application.CertificateApplicationModel.ARRIVAL_PERIOD;
import static jp.fudamori.process.application.CertificateApplicationModel.REVIEW_DUE;
import static jp.fudamori.process.application.CertificateApplicationModel.REVIEW_PERIOD;
import static jp.fudamori.process.application.CertificateApplicationModel.draftId;

import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.process.Step;
import jp.fudamori.process.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Takes the application in within the request of the clinic: it has its number when the task is done, or nothing has.
 */
@Component
class SubmitApplication extends Step {

    private final ApplicationDesk desk;

    SubmitApplication(ApplicationDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var submission =
                desk.submit(draftId(execution), period(REVIEW_PERIOD, execution), period(ARRIVAL_PERIOD, execution));
        execution.setProcessBusinessKey(submission.number().value());
        APPLICATION_NUMBER.set(execution, submission.number().value());
        REVIEW_DUE.set(execution, ISO_OFFSET_DATE_TIME.format(BusinessPeriod.endOf(submission.reviewDue())));
    }

    private static BusinessPeriod period(Variable<String> variable, DelegateExecution execution) {
        return BusinessPeriod.parse(variable.in(execution)).orElseThrow();
    }
}
