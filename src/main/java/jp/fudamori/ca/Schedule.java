package jp.fudamori.ca;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which generation signs certificates from which day on. A list or new certificates of an older one go on: only who
 * signs something new changes.
 *
 * @param takeovers in the order of their days
 */
record Schedule(List<Takeover> takeovers) {

    /** @param from first day, Asia/Tokyo; {@link LocalDate#MIN} for the generation that has signed ever since */
    record Takeover(String issuer, LocalDate from) {

        private static final String SEPARATOR = "@";

        /** @param text {@code issuing-g1}, or {@code issuing-g2@2030-04-01} */
        static Takeover parse(String text) {
            var parts = text.strip().split(SEPARATOR, 2);
            try {
                return new Takeover(parts[0], parts.length == 1 ? LocalDate.MIN : LocalDate.parse(parts[1]));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("fudamori.ca.issuing: not a day in " + text, e);
            }
        }
    }

    /** @throws IllegalArgumentException if nobody would sign today's certificates, or two would on one day */
    Schedule {
        takeovers =
                takeovers.stream().sorted(Comparator.comparing(Takeover::from)).toList();
        var days = takeovers.stream().map(Takeover::from).distinct().count();
        if (takeovers.isEmpty()
                || days != takeovers.size()
                || !takeovers.get(0).from().equals(LocalDate.MIN)) {
            throw new IllegalArgumentException("fudamori.ca.issuing must name one generation without a day and each"
                    + " other one with a day of its own, e.g. issuing-g1,issuing-g2@2030-04-01");
        }
    }

    static Schedule parse(List<String> texts) {
        return new Schedule(texts.stream().map(Takeover::parse).toList());
    }

    String signingOn(LocalDate day) {
        return takeovers.stream()
                .filter(takeover -> !takeover.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .issuer();
    }

    Optional<Takeover> nextAfter(LocalDate day) {
        return takeovers.stream()
                .filter(takeover -> takeover.from().isAfter(day))
                .findFirst();
    }
}
