package jp.fudamori.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderDaysTest {

    private static final LocalDate END = LocalDate.of(2030, 2, 24);

    @ParameterizedTest(name = "{0} days before: due {1}, next {2} days before")
    @CsvSource({
        "91, , 90",
        "90, 90, 60",
        "89, 90, 60",
        "60, 60, 30",
        "31, 60, 30",
        "30, 30, 15",
        "15, 15, 7",
        "8, 15, 7",
        "7, 7, 6",
        "2, 2, 1",
        "1, 1, 0",
        "0, 0, ",
        "-1, , ",
    })
    void remindsOnTheDaysOfTheOffice(int before, Integer due, Integer next) {
        var today = END.minusDays(before);

        assertThat(ReminderDays.due(END, today)).isEqualTo(Optional.ofNullable(due));
        assertThat(ReminderDays.next(END, today))
                .isEqualTo(Optional.ofNullable(next).map(END::minusDays));
    }
}
