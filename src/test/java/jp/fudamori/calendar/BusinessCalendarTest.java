package jp.fudamori.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessCalendarTest {

    private final BusinessCalendar calendar = BusinessCalendar.byLaw();

    @ParameterizedTest(name = "{0}")
    @MethodSource("publishedDays")
    void agreesWithTheIndependentTable(CSVRecord row) {
        var base = LocalDate.parse(row.get("base"));

        assertThat(calendar.isOpen(base)).isEqualTo(Boolean.parseBoolean(row.get("base_is_business_day")));
        for (int days : new int[] {1, 2, 3, 5, 10}) {
            var due = LocalDate.parse(row.get("plus" + days));
            assertThat(calendar.dueDate(base, days)).isEqualTo(due);
            assertThat(calendar.businessDaysUntil(base, due)).isEqualTo(days);
        }
    }

    static List<CSVRecord> publishedDays() {
        return Oracle.rows("business_days_2024_2026.csv").toList();
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "2024-04-26, 2024-05-08",
        "2024-12-23, 2025-01-06",
        "2024-12-27, 2025-01-10",
        "2025-05-01, 2025-05-12",
        "2025-12-26, 2026-01-09",
        "2026-04-28, 2026-05-11",
        "2026-04-30, 2026-05-12",
        "2026-05-02, 2026-05-13",
        "2026-09-17, 2026-09-29",
        "2026-09-18, 2026-09-30",
        "2026-09-22, 2026-09-30",
        "2026-11-20, 2026-11-30",
        "2026-11-22, 2026-11-30",
        "2026-12-25, 2027-01-07",
        "2026-12-28, 2027-01-08",
        "2027-03-19, 2027-03-29",
        "2027-04-28, 2027-05-11",
        "2027-12-27, 2028-01-07",
        "2028-02-29, 2028-03-07",
        "2028-12-28, 2029-01-11",
    })
    void endsOnTheFifthBusinessDay(LocalDate start, LocalDate due) {
        assertThat(calendar.dueDate(start, 5)).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2024, 244", "2025, 241", "2026, 240", "2027, 242", "2028, 244"})
    void hasSoManyBusinessDaysInTheYear(int year, int businessDays) {
        assertThat(calendar.businessDaysUntil(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(businessDays);
    }

    @Test
    void countsBackwardsBelowZero() {
        var friday = LocalDate.of(2026, 11, 20);

        assertThat(calendar.businessDaysUntil(friday, friday)).isZero();
        assertThat(calendar.businessDaysUntil(LocalDate.of(2026, 11, 30), friday))
                .isEqualTo(-5);
    }

    @Test
    void followsTheOfficeWhereItDecidedOtherwise() {
        var monday = LocalDate.of(2026, 11, 30);
        var sunday = LocalDate.of(2026, 11, 29);

        var decided = BusinessCalendar.byLawExcept(
                List.of(new CalendarOverride(monday, false, "臨時休業日"), new CalendarOverride(sunday, true, "臨時開庁日")));

        assertThat(decided.isOpen(monday)).isFalse();
        assertThat(decided.isOpen(sunday)).isTrue();
        assertThat(calendar.isOpen(monday)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1979-12-31", "2100-01-01"})
    void knowsNothingOutsideItsYears(LocalDate day) {
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.isOpen(day));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.dueDate(day, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarOverride(day, true, "臨時開庁日"));
    }

    @Test
    void refusesAPeriodThatRunsPastItsLastYear() {
        var lastOpenDay = LocalDate.of(2099, 12, 28);

        assertThatIllegalArgumentException().isThrownBy(() -> calendar.dueDate(lastOpenDay, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void refusesAPeriodOfNoDays(int businessDays) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.dueDate(LocalDate.of(2026, 11, 20), businessDays));
    }
}
