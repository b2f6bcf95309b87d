package jp.fudamori.renewal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.LineNumber;
import jp.fudamori.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down and tells the processes what became of a renewal. */
@Component
class RenewalRecords {

    private static final String ACTOR = "renewal";

    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RenewalRecords(AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    void opened(LineNumber line) {
        audit.record(ACTOR, "renewal-opened", line.toString(), "");
        events.publishEvent(new RenewalOpened(line));
    }

    void stopped(LineNumber line) {
        audit.record(ACTOR, "renewal-stopped", line.toString(), "");
        events.publishEvent(new RenewalStopped(line));
    }

    void requested(LineNumber line, LineNumber replacement, RenewalIntake.Order order) {
        audit.record(
                order.by().value(),
                "renewal-requested",
                line.toString(),
                replacement + " " + order.channel().code());
        events.publishEvent(new RenewalRequested(line, replacement, order.channel()));
    }

    void campaign(AccountId by, String action) {
        audit.record(by.value(), action, "renewal-campaign", "");
    }
}
