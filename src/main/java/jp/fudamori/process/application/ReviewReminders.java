package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.REMINDER_LEAD;

import java.time.LocalDate;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.CertificateApplication.Submission;
import jp.fudamori.application.Promise;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.calendar.CalendarDesk;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.springframework.stereotype.Component;

/** When reviewers are reminded of a review that nobody has decided. */
@Component
class ReviewReminders {

    private final ApplicationDesk applications;
    private final CalendarDesk calendar;
    private final RepositoryService repository;

    ReviewReminders(ApplicationDesk applications, CalendarDesk calendar, RepositoryService repository) {
        this.applications = applications;
        this.calendar = calendar;
        this.repository = repository;
    }

    /** @param lead business days before the end of the review */
    static LocalDate day(Promise promise, BusinessPeriod lead, BusinessCalendar calendar) {
        return calendar.dueDate(promise.from(), Math.max(1, promise.reviewDays() - lead.days()));
    }

    /** Counts again, with the lead that the model of the running process has at the step which made the promise. */
    LocalDate dayFor(ApplicationNumber number, String definition) {
        var submission = applications.find(number).orElseThrow().submission();
        return day(submission.promise(), lead(stepOf(submission), definition), calendar.calendar());
    }

    private static String stepOf(Submission submission) {
        var submitted = submission.submittedAt().atZone(BusinessCalendar.ZONE).toLocalDate();
        return submission.promise().from().equals(submitted) ? "submitApplication" : "correctApplication";
    }

    private BusinessPeriod lead(String step, String definition) {
        return repository.getBpmnModelInstance(definition).getModelElementsByType(CamundaInputParameter.class).stream()
                .filter(parameter -> parameter.getCamundaName().equals(REMINDER_LEAD.name()))
                .filter(parameter -> isAt(step, parameter))
                .map(parameter ->
                        BusinessPeriod.parse(parameter.getTextContent().strip()).orElseThrow())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no reminderLead at " + step));
    }

    /** The parameter stands in inputOutput in extensionElements in the step. */
    private static boolean isAt(String step, CamundaInputParameter parameter) {
        return step.equals(parameter
                .getParentElement()
                .getParentElement()
                .getParentElement()
                .getAttributeValue("id"));
    }
}
