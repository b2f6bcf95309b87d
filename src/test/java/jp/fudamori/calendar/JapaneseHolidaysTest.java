package jp.fudamori.calendar;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JapaneseHolidaysTest {

    @Test
    void areThoseOfThePublishedList() {
        var published = Oracle.rows("holidays_2019_2026.csv")
                .map(row -> row.get("date") + " " + row.get("name"))
                .toList();

        assertThat(holidays(2019, 2026).map(JapaneseHolidaysTest::dayAndName)).containsExactlyElementsOf(published);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2024, 1/1 1/8 2/11 2/12 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/22 9/23 10/14 11/3 11/4 11/23",
        "2025, 1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/21 8/11 9/15 9/23 10/13 11/3 11/23 11/24",
        "2026, 1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23",
        "2027, 1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23",
        "2028, 1/1 1/10 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/22 10/9 11/3 11/23",
    })
    void fallOnTheseDaysOfTheYear(int year, String days) {
        var monthAndDay = DateTimeFormatter.ofPattern("M/d");

        assertThat(holidays(year, year).map(monthAndDay::format).collect(joining(" ")))
                .isEqualTo(days);
    }

    @Test
    void bridgeADayBetweenTwoOfThem() {
        assertThat(holidays(2007, 2050).filter(day -> name(day).equals("休日（国民の休日）")))
                .map(LocalDate::toString)
                .containsExactly(
                        "2009-09-22",
                        "2015-09-22",
                        "2019-04-30",
                        "2019-05-02",
                        "2026-09-22",
                        "2032-09-21",
                        "2037-09-22",
                        "2043-09-22",
                        "2049-09-21");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "1985-05-04, -, no bridge day before the law of December 1985",
        "1986-05-04, 休日（国民の休日）, a Sunday and closed in any case",
        "1987-05-04, 休日（振替休日）, the substitute comes before the bridge",
        "1988-04-29, 天皇誕生日, Showa",
        "1989-02-24, 昭和天皇の大喪の礼, special law",
        "1989-04-29, みどりの日, until 2006",
        "1989-12-23, 天皇誕生日, Heisei",
        "1990-11-12, 即位礼正殿の儀, special law",
        "1993-06-09, 皇太子徳仁親王の結婚の儀, special law",
        "1995-07-20, -, Marine Day since 1996",
        "1996-07-20, 海の日, fixed until 2002",
        "1999-01-15, 成人の日, fixed until 1999",
        "1999-10-10, 体育の日, fixed until 1999",
        "2000-01-10, 成人の日, Monday since 2000",
        "2002-09-15, 敬老の日, fixed until 2002",
        "2003-07-21, 海の日, Monday since 2003",
        "2006-04-29, みどりの日, until 2006",
        "2006-05-04, 休日（国民の休日）, bridge day until 2006",
        "2007-04-29, 昭和の日, since 2007",
        "2007-05-04, みどりの日, since 2007",
        "2008-05-06, 休日（振替休日）, a substitute may hop over holidays since 2007",
        "2015-08-11, -, Mountain Day since 2016",
        "2018-12-23, 天皇誕生日, the last of Heisei",
        "2019-02-23, -, no birthday holiday in 2019",
        "2019-12-23, -, no birthday holiday in 2019",
        "2020-07-20, -, moved for the games",
        "2021-08-09, 休日（振替休日）, the moved Mountain Day was a Sunday",
        "2021-10-11, -, moved for the games",
        "2099-09-22, 休日（国民の休日）, between a Monday holiday and the equinox",
        "2099-09-23, 秋分の日, last year of the formula",
    })
    void followTheLawOfTheirTime(LocalDate day, String name, String because) {
        assertThat(JapaneseHolidays.of(day.getYear()).getOrDefault(day, "-"))
                .as(because)
                .isEqualTo(name);
    }

    private static Stream<LocalDate> holidays(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .boxed()
                .map(JapaneseHolidays::of)
                .flatMap(year -> year.keySet().stream());
    }

    private static String dayAndName(LocalDate day) {
        return day + " " + name(day);
    }

    private static String name(LocalDate day) {
        return JapaneseHolidays.of(day.getYear()).getOrDefault(day, "");
    }
}
