package jp.fudamori.application;

import java.time.Instant;
import jp.fudamori.account.AccountId;
import jp.fudamori.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down and tells the other modules what happened to an application outside the review. */
@Component
class Announcements {

    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final ApplicationDates dates;

    Announcements(AuditTrail audit, ApplicationEventPublisher events, ApplicationDates dates) {
        this.audit = audit;
        this.events = events;
        this.dates = dates;
    }

    Instant now() {
        return dates.now();
    }

    void cancelled(ApplicationNumber number, AccountId by) {
        audit.record(by.value(), "application-cancelled", number.value(), "");
        events.publishEvent(new ApplicationCancelled(number));
    }
}
