package jp.fudamori.account;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets every night what is over: links, counts, and mail addresses that nobody confirmed. */
@Component
class ExpiredAccess {

    private static final Duration KEPT = Duration.ofDays(30);

    private final Links links;
    private final Attempts attempts;
    private final Registrations registrations;
    private final Clock clock;

    ExpiredAccess(Links links, Attempts attempts, Registrations registrations, Clock clock) {
        this.links = links;
        this.attempts = attempts;
        this.registrations = registrations;
        this.clock = clock;
    }

    @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Tokyo")
    @Transactional
    void forget() {
        var now = clock.instant();
        attempts.deleteBefore(now.minus(Duration.ofDays(1)));
        links.deleteExpiredBefore(now.minus(KEPT));
        registrations.deleteExpiredBefore(now.minus(KEPT));
    }
}
