package jp.fudamori.account;

import jp.fudamori.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What the office says about second factors: who must have one, and who is told what became of it. */
@Component
class SecondFactorRules {

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactorRules.class);

    private final AccountSettings settings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    SecondFactorRules(AccountSettings settings, AuditTrail audit, ApplicationEventPublisher events) {
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        if (!settings.staffSecondFactor()) {
            LOG.warn("fudamori.account.staff-second-factor is false: staff log in with a password alone."
                    + " This is for tests and the development server only.");
        }
    }

    boolean isMandatoryForStaff() {
        return settings.staffSecondFactor();
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
