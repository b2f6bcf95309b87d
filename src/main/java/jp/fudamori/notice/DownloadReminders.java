package jp.fudamori.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.fudamori.certificate.DownloadDeadline;
import jp.fudamori.certificate.DownloadDeadlines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks through the deadlines of the next 60 days in the morning, and again at noon for a server that was down. Several
 * nodes may do so at once: each reminder is a mail that exists once.
 */
@Component
class DownloadReminders {

    private static final Logger LOG = LoggerFactory.getLogger(DownloadReminders.class);
    private static final int PAGE = 100;

    private final DownloadDeadlines deadlines;
    private final ReminderDesk desk;
    private final Clock clock;

    DownloadReminders(DownloadDeadlines deadlines, ReminderDesk desk, Clock clock) {
        this.deadlines = deadlines;
        this.desk = desk;
        this.clock = clock;
    }

    @Scheduled(cron = "0 0 9,12 * * *", zone = "Asia/Tokyo")
    void remind() {
        var today = LocalDate.now(clock);
        var last = Optional.<DownloadDeadline>empty();
        do {
            var page = deadlines.unfetched(today, today.plusDays(ReminderDesk.FIRST), last, PAGE);
            page.forEach(this::remind);
            last = page.stream().reduce((earlier, later) -> later);
        } while (last.isPresent());
    }

    /** One that fails must not hold up the others; it is due again at the next look. */
    private void remind(DownloadDeadline deadline) {
        try {
            desk.remind(deadline);
        } catch (RuntimeException e) {
            LOG.error("no reminder of the download deadline for {}", deadline.application(), e);
        }
    }
}
