package jp.fudamori.qualification;

import jp.fudamori.account.AccountId;
import jp.fudamori.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a clinic does with its 利用申請: on record, and told where something follows from it. */
@Component
class QualificationAnnouncements {

    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    QualificationAnnouncements(AuditTrail audit, ApplicationEventPublisher events) {
        this.audit = audit;
        this.events = events;
    }

    void submitted(QualificationNumber number, AccountId by) {
        audit.record(by.value(), "qualification-submitted", number.value(), "");
    }

    void withdrawn(QualificationNumber number, AccountId by) {
        audit.record(by.value(), "qualification-withdrawn", number.value(), "");
        events.publishEvent(new QualificationWithdrawn(number));
    }

    /** @param actor account id, or {@code process} */
    void leftUnfinished(QualificationApplication application, String actor, String action) {
        var subject = application
                .lastSubmission()
                .map(submission -> submission.number().value())
                .orElse(application.id().toString());
        audit.record(actor, action, subject, "");
    }
}
