package jp.fudamori.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** From the moment of issue to the end of the day 39 months later, Japanese time [SOURCES: certificate-validity]. */
record Validity(Instant notBefore, Instant notAfter) {

    private static final Period TERM = Period.ofMonths(39);
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    static Validity from(Instant issue) {
        var lastDay = dayOf(issue).plus(TERM);
        return new Validity(
                issue.truncatedTo(ChronoUnit.SECONDS),
                lastDay.atTime(LAST_SECOND).atZone(TOKYO).toInstant());
    }

    static LocalDate dayOf(Instant moment) {
        return moment.atZone(TOKYO).toLocalDate();
    }
}
