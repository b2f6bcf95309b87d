package jp.fudamori.process;

import static jp.fudamori.process.qualification.QualificationApplicationModel.QUALIFICATION_WITHDRAWN;

import jp.fudamori.institution.QualificationsAccepted;
import jp.fudamori.notice.QualificationMailDesk;
import jp.fudamori.process.qualification.MovedQualificationReview;
import jp.fudamori.qualification.QualificationDeadlineMoved;
import jp.fudamori.qualification.QualificationDesk;
import jp.fudamori.qualification.QualificationWithdrawn;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** As {@link ProcessTriggers}, for what happens to a 利用申請. */
@Component
class QualificationTriggers {

    private final RuntimeService runtime;
    private final QualificationWait wait;
    private final MovedQualificationReview movedReview;
    private final QualificationDesk qualifications;
    private final QualificationMailDesk mails;

    QualificationTriggers(
            RuntimeService runtime,
            QualificationWait wait,
            MovedQualificationReview movedReview,
            QualificationDesk qualifications,
            QualificationMailDesk mails) {
        this.runtime = runtime;
        this.wait = wait;
        this.movedReview = movedReview;
        this.qualifications = qualifications;
        this.mails = mails;
    }

    /** An application that waits for the 利用申請 of its institution goes on by itself. */
    @EventListener
    void on(QualificationsAccepted event) {
        wait.end(event.institutions());
    }

    /** The process of a 利用申請 that was taken back ends. An application that waits for one, waits for the next. */
    @EventListener
    void on(QualificationWithdrawn event) {
        runtime.createMessageCorrelation(QUALIFICATION_WITHDRAWN)
                .processInstanceBusinessKey(event.number().value())
                .correlate();
    }

    /** The review goes by its new day, and its clinic is told it. */
    @EventListener
    void on(QualificationDeadlineMoved event) {
        movedReview.follow(event);
        var opening = qualifications.find(event.number()).orElseThrow().opening();
        mails.deadlineMoved(
                opening.institution(),
                opening.applicant(),
                event.number().value(),
                event.before(),
                event.after(),
                event.reason());
    }
}
