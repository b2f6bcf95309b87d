package jp.fudamori.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import jp.fudamori.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityTest {

    @ParameterizedTest(name = "issued on {0}")
    @CsvSource({
        "2026-11-22, 2030-02-22",
        "2024-11-30, 2028-02-29",
        "2026-12-31, 2030-03-31",
        "2023-11-30, 2027-02-28",
        "2026-11-30, 2030-02-28",
        "2024-11-29, 2028-02-29",
        "2025-05-31, 2028-08-31",
    })
    void endsThreeYearsAndThreeMonthsLater(LocalDate issue, LocalDate end) {
        var validity =
                Validity.from(issue.atTime(9, 30).atZone(MovableClock.TOKYO).toInstant());

        assertThat(Validity.dayOf(validity.notAfter())).isEqualTo(end);
    }

    @Test
    void endsWithTheLastSecondOfTheDayInJapan() {
        var validity = Validity.from(LocalDateTime.of(2026, 11, 22, 0, 0, 0, 999_000_000)
                .atZone(MovableClock.TOKYO)
                .toInstant());

        assertThat(validity.notBefore()).isEqualTo(Instant.parse("2026-11-21T15:00:00Z"));
        assertThat(validity.notAfter()).isEqualTo(Instant.parse("2030-02-22T14:59:59Z"));
    }
}
