package jp.fudamori.account;

import jp.fudamori.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who is told what of a second factor. */
@Component
class SecondFactorNotes {

    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    SecondFactorNotes(AuditTrail audit, ApplicationEventPublisher events) {
        this.audit = audit;
        this.events = events;
    }

    void record(AccountId id, String action) {
        audit.record(id.value(), action, id.value(), "");
    }

    void changed(AccountId id, String action) {
        record(id, action);
        events.publishEvent(new CredentialsChanged(id));
    }

    void reset(AccountId id, AccountId by) {
        audit.record(by.value(), "second-factor-reset", id.value(), "");
        events.publishEvent(new CredentialsChanged(id));
    }
}
