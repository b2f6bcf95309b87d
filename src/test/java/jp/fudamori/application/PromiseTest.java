package jp.fudamori.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.calendar.CalendarOverride;
import jp.fudamori.deadline.DeadlineMove.Dates;
import jp.fudamori.deadline.PromisedDay;
import jp.fudamori.institution.InstitutionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseTest {

    private static final ApplicationNumber NUMBER = new ApplicationNumber("20261120-00001");
    private static final InstitutionCode CODE = new InstitutionCode("2731000015");

    @ParameterizedTest(name = "from {0}, {1} becomes {2} when {3} closes: {4}")
    @CsvSource({
        "2026-11-20, 2026-11-30, 2026-12-01, 2026-11-25, a holiday in between",
        "2026-11-20, 2026-11-30, 2026-12-01, 2026-11-30, the last day itself",
        "2026-11-20, 2026-11-30, 2026-11-30, 2026-11-20, the first day is not counted",
        "2026-11-20, 2026-11-30, 2026-11-30, 2026-12-01, the day after",
        "2026-11-20, 2026-11-30, 2026-11-30, 2026-11-28, a Saturday is closed anyway",
        "2026-12-25, 2027-01-07, 2027-01-08, 2027-01-04, over the turn of the year",
        "2026-12-21, 2026-12-28, 2027-01-04, 2026-12-28, into the next year",
        "2026-04-27, 2026-05-08, 2026-05-11, 2026-05-07, over Golden Week and a weekend",
    })
    void movesByTheDaysThatClose(LocalDate from, LocalDate due, LocalDate moved, LocalDate closed, String because) {
        var promise = Promise.from(from, 5, 5, BusinessCalendar.byLaw());
        assertThat(promise.reviewDue()).isEqualTo(due);

        var counted = promise.postponed(closing(closed), from);

        assertThat(counted.reviewDue()).as(because).isEqualTo(moved);
        assertThat(counted.expectedArrival()).as(because).isEqualTo(moved);
    }

    @Test
    void neverBecomesEarlier() {
        var from = LocalDate.of(2026, 11, 20);
        var promise = Promise.from(from, 5, 5, closing(LocalDate.of(2026, 11, 25)));

        assertThat(promise.postponed(BusinessCalendar.byLaw(), from)).isEqualTo(promise);
        assertThat(promise.recounted(BusinessCalendar.byLaw()).reviewDue()).isEqualTo("2026-11-30");
    }

    @Test
    void countsEachOfItsTwoDatesForItself() {
        var from = LocalDate.of(2026, 11, 20);
        var promise = Promise.from(from, 3, 8, BusinessCalendar.byLaw());

        var counted = promise.postponed(closing(LocalDate.of(2026, 12, 1)), from);

        assertThat(counted.reviewDue()).isEqualTo(promise.reviewDue()).isEqualTo("2026-11-26");
        assertThat(counted.expectedArrival()).isEqualTo("2026-12-04");
    }

    @Test
    void aDayThatHasPassedStays() {
        var promise = Promise.from(LocalDate.of(2026, 11, 20), 5, 5, BusinessCalendar.byLaw());
        var closing = closing(LocalDate.of(2026, 11, 30));

        assertThat(promise.postponed(closing, LocalDate.of(2026, 11, 30)).reviewDue())
                .isEqualTo("2026-12-01");
        assertThat(promise.postponed(closing, LocalDate.of(2026, 12, 1))).isEqualTo(promise);
    }

    @Test
    void ofAnExtendedOneTheExtensionMovesAndTheMissedDayStays() {
        var promise = Promise.from(LocalDate.of(2026, 11, 20), 5, 5, BusinessCalendar.byLaw());
        var extension = PromisedDay.from(LocalDate.of(2026, 11, 30), 3, BusinessCalendar.byLaw());
        var open = new OpenDeadline(NUMBER, CODE, promise, Optional.of(extension.due()), Optional.of(extension));

        var move = open.move(closing(LocalDate.of(2026, 12, 2)), LocalDate.of(2026, 12, 1));

        assertThat(move).hasValueSatisfying(moved -> {
            assertThat(moved.before()).isEqualTo(dates(LocalDate.of(2026, 12, 3), LocalDate.of(2026, 11, 30)));
            assertThat(moved.after()).isEqualTo(dates(LocalDate.of(2026, 12, 4), LocalDate.of(2026, 11, 30)));
        });
    }

    @Test
    void anExtensionOfWhichNobodyKeptTheDaysStays() {
        var promise = Promise.from(LocalDate.of(2026, 11, 20), 5, 5, BusinessCalendar.byLaw());
        var open = new OpenDeadline(NUMBER, CODE, promise, Optional.of(LocalDate.of(2026, 12, 3)), Optional.empty());

        assertThat(open.move(closing(LocalDate.of(2026, 12, 2)), LocalDate.of(2026, 12, 1)))
                .isEmpty();
    }

    private static Dates dates(LocalDate due, LocalDate arrival) {
        return new Dates(due, Optional.of(arrival));
    }

    private static BusinessCalendar closing(LocalDate day) {
        return BusinessCalendar.byLawExcept(List.of(new CalendarOverride(day, false, "臨時休業日")));
    }
}
