package jp.fudamori.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessPeriodTest {

    private final BusinessCalendar calendar = BusinessCalendar.byLaw();

    @ParameterizedTest
    @CsvSource({"P1BD, 1", "P5BD, 5", "P999BD, 999"})
    void isWrittenInBusinessDays(String text, int days) {
        assertThat(BusinessPeriod.parse(text)).contains(new BusinessPeriod(days));
        assertThat(new BusinessPeriod(days)).hasToString(text);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {"", "P0BD", "P05BD", "P1000BD", "P5D", "p5bd", "P-5BD", "P5BDT1H", " P5BD", "P５BD", "PT5BD"})
    void isNothingElse(String text) {
        assertThat(BusinessPeriod.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1000})
    void hasOneTo999Days(int days) {
        assertThatIllegalArgumentException().isThrownBy(() -> new BusinessPeriod(days));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "2026-11-20T01:00:00Z, 2026-11-30T23:59:59+09:00[Asia/Tokyo], the office may act until the day is over",
        "2026-11-19T14:59:59Z, 2026-11-27T23:59:59+09:00[Asia/Tokyo], the last second of the 19th in Tokyo",
        "2026-11-19T15:00:00Z, 2026-11-30T23:59:59+09:00[Asia/Tokyo], midnight in Tokyo begins the 20th",
    })
    void endsWithTheLastSecondOfItsLastDayInTokyo(Instant start, ZonedDateTime end, String because) {
        assertThat(new BusinessPeriod(5).end(start, calendar)).as(because).isEqualTo(end);
    }
}
