package jp.fudamori.application;

import jp.fudamori.account.AccountId;
import jp.fudamori.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down and tells the other modules what happened to an application outside the review. */
@Component
class Announcements {

    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Announcements(AuditTrail audit, ApplicationEventPublisher events) {
        this.audit = audit;
        this.events = events;
    }

    void cancelled(ApplicationNumber number, AccountId by) {
        audit.record(by.value(), "application-cancelled", number.value(), "");
        events.publishEvent(new ApplicationCancelled(number));
    }
}
