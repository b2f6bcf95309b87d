package jp.fudamori.reissue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.reissue.LossReport.Reported;
import org.springframework.stereotype.Component;

/** Writes down what was reported, and when. */
@Component
class LossRecords {

    private final AuditTrail audit;
    private final Clock clock;

    LossRecords(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    void reported(Reported report) {
        report.affected()
                .forEach(line -> audit.record(
                        report.by().value(),
                        "loss-reported",
                        line.toString(),
                        report.loss().kind().code()));
    }
}
