package jp.fudamori;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The business clock of tests and of the development server: it can be set, and takes the engine's clock along. */
public final class MovableClock extends Clock {

    public static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private volatile Clock clock;

    private MovableClock(Clock clock) {
        this.clock = clock;
    }

    /** A clock that runs like the wall's until it is moved. */
    public static MovableClock running() {
        return new MovableClock(Clock.system(TOKYO));
    }

    /** A clock that stands still at the given Japanese time. */
    public static MovableClock standingAt(LocalDateTime time) {
        var clock = new MovableClock(Clock.system(TOKYO));
        clock.standAt(time);
        return clock;
    }

    public void standAt(LocalDateTime time) {
        clock = Clock.fixed(time.atZone(TOKYO).toInstant(), TOKYO);
        ClockUtil.setCurrentTime(Date.from(clock.instant()));
    }

    /** Moves a running clock to the given Japanese time, from where it runs on. */
    public void runFrom(LocalDateTime time) {
        var offset = Duration.between(Instant.now(), time.atZone(TOKYO).toInstant());
        clock = Clock.offset(Clock.system(TOKYO), offset);
        ClockUtil.offset(offset.toMillis());
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }
}
