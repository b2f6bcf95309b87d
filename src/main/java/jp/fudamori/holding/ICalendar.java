package jp.fudamori.holding;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes iCalendar (RFC 5545): entries of whole days with alarms. The few rules that needs are here; a library for the
 * whole format would be larger than this module.
 */
final class ICalendar {

    private static final String LINE_END = "\r\n";
    private static final int LONGEST_LINE = 75; // octets, 3.1
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    private ICalendar() {}

    /**
     * @param written when this was written, for each entry
     * @return lines that end with CRLF, none of more than 75 octets in UTF-8
     */
    static String write(String name, List<ClinicDate> dates, Instant written) {
        var calendar = new ICalendar();
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//Fudamori//Portal//JA");
        calendar.line("CALSCALE", "GREGORIAN");
        calendar.line("METHOD", "PUBLISH");
        calendar.line("X-WR-CALNAME", escaped(name));
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION", "PT12H"); // RFC 7986
        calendar.line("X-PUBLISHED-TTL", "PT12H");
        dates.forEach(date -> calendar.event(date, written));
        calendar.line("END", "VCALENDAR");
        return calendar.text.toString();
    }

    private void event(ClinicDate date, Instant written) {
        line("BEGIN", "VEVENT");
        line("UID", date.id() + "@fudamori");
        line("DTSTAMP", MOMENT.format(written));
        line("DTSTART;VALUE=DATE", basic(date.day()));
        line("DTEND;VALUE=DATE", basic(date.day().plusDays(1))); // not included, 3.6.1
        line("SUMMARY", escaped(date.title()));
        line("DESCRIPTION", escaped(date.description()));
        line("TRANSP", "TRANSPARENT");
        date.alarms().forEach(days -> alarm(date, days));
        line("END", "VEVENT");
    }

    /**
     * Counted from the midnight at which the day begins: fifteen hours less than whole days are nine in the morning.
     */
    private void alarm(ClinicDate date, int daysBefore) {
        line("BEGIN", "VALARM");
        line("ACTION", "DISPLAY");
        line("DESCRIPTION", escaped(date.title()));
        line("TRIGGER", daysBefore == 1 ? "-PT15H" : "-P%dDT15H".formatted(daysBefore - 1));
        line("END", "VALARM");
    }

    /** Folds where a line would be too long, never within a character (3.1). */
    private void line(String name, String value) {
        int octets = 0;
        var line = name + ":" + value;
        for (int character : line.codePoints().toArray()) {
            var piece = Character.toString(character);
            int size = piece.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append(LINE_END).append(' ');
                octets = 1;
            }
            text.append(piece);
            octets += size;
        }
        text.append(LINE_END);
    }

    /** 3.3.11; control characters that a text must not have become blanks. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\n")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    private static String basic(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
