package jp.fudamori.holding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ICalendarTest {

    private static final Instant WRITTEN = Instant.parse("2026-11-20T01:00:00Z");

    @Test
    void writesADayWithItsAlarms() {
        var text = write("【有効期限】受付PC", "この日まで使えます。", List.of(90, 1));

        assertThat(text.split("\r\n"))
                .containsSubsequence(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "BEGIN:VEVENT",
                        "UID:expiry-20261120-00001-01@fudamori",
                        "DTSTAMP:20261120T010000Z",
                        "DTSTART;VALUE=DATE:20300228",
                        "DTEND;VALUE=DATE:20300301",
                        "SUMMARY:【有効期限】受付PC",
                        "BEGIN:VALARM",
                        "TRIGGER:-P89DT15H",
                        "TRIGGER:-PT15H",
                        "END:VEVENT",
                        "END:VCALENDAR");
    }

    @Test
    void foldsLongLinesBetweenCharacters() {
        var title = "端末".repeat(60);

        var text = write(title, "", List.of());

        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + title);
    }

    @Test
    void escapesWhatWouldBeginAnotherValueOrLine() {
        var text = write("a;b,c\\d\r\nATTENDEE:x\ne\u0007f", "", List.of());

        assertThat(text).contains("SUMMARY:a\\;b\\,c\\\\d\\nATTENDEE:x\\ne f\r\n");
        assertThat(text.lines()).noneMatch(line -> line.startsWith("ATTENDEE"));
    }

    private static String write(String title, String description, List<Integer> alarms) {
        var date = new ClinicDate("expiry-20261120-00001-01", LocalDate.of(2030, 2, 28), title, description, alarms);
        return ICalendar.write("予定", List.of(date), WRITTEN);
    }
}
