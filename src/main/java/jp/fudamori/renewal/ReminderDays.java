package jp.fudamori.renewal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;

/** On which days before its end a clinic is reminded of a certificate [SOURCES: expiry-warnings]. */
public final class ReminderDays {

    /** Days before the last day of validity, the farthest first; 0 is that day itself. */
    private static final int[] DAYS = {90, 60, 30, 15, 7, 6, 5, 4, 3, 2, 1, 0};

    private ReminderDays() {}

    /**
     * Returns the reminder that is due: where days were missed only the nearest one, and late. Empty before the first.
     */
    public static Optional<Integer> due(LocalDate notAfter, LocalDate today) {
        return IntStream.of(DAYS)
                .filter(days -> !notAfter.minusDays(days).isAfter(today))
                .boxed()
                .reduce((farther, nearer) -> nearer)
                .filter(any -> !today.isAfter(notAfter));
    }

    /** Returns the first reminder after the day; empty where there is none any more. */
    public static Optional<LocalDate> next(LocalDate notAfter, LocalDate day) {
        return IntStream.of(DAYS)
                .mapToObj(notAfter::minusDays)
                .filter(reminder -> reminder.isAfter(day))
                .findFirst();
    }
}
