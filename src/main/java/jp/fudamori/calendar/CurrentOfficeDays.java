package jp.fudamori.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The office days as last read from the table: read again after a change here, else every half minute. */
@Component
class CurrentOfficeDays implements Supplier<OfficeDays> {

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final CalendarOverrides overrides;
    private final Clock clock;
    private volatile @Nullable Reading reading;

    CurrentOfficeDays(CalendarOverrides overrides, Clock clock) {
        this.overrides = overrides;
        this.clock = clock;
    }

    @Override
    public OfficeDays get() {
        var last = reading;
        return last != null && last.isFreshAt(clock.instant()) ? last.days() : read();
    }

    /** After a rollback too: whoever read within that transaction has seen what never came to be. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
    synchronized void forget(CalendarChanged change) {
        reading = null;
    }

    /** Reads under the lock that {@link #forget} takes, so that an older reading never replaces a newer one. */
    private synchronized OfficeDays read() {
        var days = OfficeDays.BY_LAW.with(overrides.all());
        reading = new Reading(days, clock.instant());
        return days;
    }

    private record Reading(OfficeDays days, Instant at) {

        boolean isFreshAt(Instant now) {
            return Duration.between(at, now).abs().compareTo(FRESH) < 0;
        }
    }
}
