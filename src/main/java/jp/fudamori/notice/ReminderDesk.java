package jp.fudamori.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.IntStream;
import jp.fudamori.certificate.DownloadDeadline;
import jp.fudamori.common.DomainService;

/** Reminds clinics of what they have not fetched yet, 60, 30 and 7 days before it is too late. */
@DomainService
public class ReminderDesk {

    /** Days ahead at which the first reminder is due. */
    static final int FIRST = 60;

    private static final int[] STAGES = {7, 30, FIRST};

    private final LetterMails letters;
    private final Outbox outbox;
    private final Clock clock;

    ReminderDesk(LetterMails letters, Outbox outbox, Clock clock) {
        this.letters = letters;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Queues the reminder that is due today, unless it was queued before. Where a day was missed the reminder comes
     * late, and where two are due only the nearer one comes.
     *
     * @param deadline at most 60 days from today, and not past
     */
    public void remind(DownloadDeadline deadline) {
        var today = LocalDate.now(clock);
        var occasion = deadline.until() + " " + stage(today, deadline.until());
        if (!outbox.hasTold(
                new Turn(MailKind.DOWNLOAD_REMINDER, deadline.application().value(), occasion))) {
            outbox.queue(letters.downloadReminder(deadline, occasion, today));
        }
    }

    private static int stage(LocalDate today, LocalDate until) {
        return IntStream.of(STAGES)
                .filter(days -> !until.isAfter(today.plusDays(days)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no reminder is due for " + until));
    }
}
