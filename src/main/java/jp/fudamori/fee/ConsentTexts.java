package jp.fudamori.fee;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What applicants agree to: the wording of this server and the price of the day. */
@Component
class ConsentTexts {

    private final ConsentWording wording;
    private final FeeSchedule schedule;
    private final Clock clock;

    ConsentTexts(ConsentWording wording, FeeSchedule schedule, Clock clock) {
        this.wording = wording;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** @throws jp.fudamori.common.Refusal {@code fee-not-scheduled} */
    ConsentText today(FeeKind kind) {
        return wording.naming(schedule.amountYen(kind, LocalDate.now(clock)));
    }
}
