package jp.fudamori.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Holidays by 国民の祝日に関する法律 and by the special laws that moved or added single days, 1980 to 2099.
 *
 * <p>Equinox days of a year are official only from the February before it; until then they are a forecast [SOURCES:
 * holidays, special-laws, equinox].
 */
final class JapaneseHolidays {

    static final int FIRST_YEAR = 1980;
    static final int LAST_YEAR = 2099;

    private static final int SUBSTITUTE_SEEKS_A_FREE_DAY = 2007;
    private static final int BRIDGE_DAYS_EXIST = 1986;

    private static final List<Rule> RULES = List.of(
            always("元日", on(1, 1)),
            until(1999, "成人の日", on(1, 15)),
            since(2000, "成人の日", monday(2, 1)),
            always("建国記念の日", on(2, 11)),
            since(2020, "天皇誕生日", on(2, 23)),
            always("春分の日", year -> MonthDay.of(3, equinox(20.8431, year))),
            until(1988, "天皇誕生日", on(4, 29)),
            during(1989, 2006, "みどりの日", on(4, 29)),
            since(2007, "昭和の日", on(4, 29)),
            always("憲法記念日", on(5, 3)),
            since(2007, "みどりの日", on(5, 4)),
            always("こどもの日", on(5, 5)),
            during(1996, 2002, "海の日", on(7, 20)),
            during(2003, 2019, "海の日", monday(3, 7)),
            during(2020, 2020, "海の日", on(7, 23)),
            during(2021, 2021, "海の日", on(7, 22)),
            since(2022, "海の日", monday(3, 7)),
            during(2016, 2019, "山の日", on(8, 11)),
            during(2020, 2020, "山の日", on(8, 10)),
            during(2021, 2021, "山の日", on(8, 8)),
            since(2022, "山の日", on(8, 11)),
            until(2002, "敬老の日", on(9, 15)),
            since(2003, "敬老の日", monday(3, 9)),
            always("秋分の日", year -> MonthDay.of(9, equinox(23.2488, year))),
            until(1999, "体育の日", on(10, 10)),
            during(2000, 2019, "体育の日", monday(2, 10)),
            during(2020, 2020, "スポーツの日", on(7, 24)),
            during(2021, 2021, "スポーツの日", on(7, 23)),
            since(2022, "スポーツの日", monday(2, 10)),
            always("文化の日", on(11, 3)),
            always("勤労感謝の日", on(11, 23)),
            during(1989, 2018, "天皇誕生日", on(12, 23)),
            during(1989, 1989, "昭和天皇の大喪の礼", on(2, 24)),
            during(1990, 1990, "即位礼正殿の儀", on(11, 12)),
            during(1993, 1993, "皇太子徳仁親王の結婚の儀", on(6, 9)),
            during(2019, 2019, "天皇の即位の日", on(5, 1)),
            during(2019, 2019, "即位礼正殿の儀", on(10, 22)));

    private JapaneseHolidays() {}

    /** Returns the Japanese name of each holiday of a year, 振替休日 and 国民の休日 included. */
    static SortedMap<LocalDate, String> of(int year) {
        var named = new TreeMap<LocalDate, String>();
        RULES.stream().filter(rule -> rule.holdsIn(year)).forEach(rule -> named.put(rule.dayIn(year), rule.name()));
        var holidays = new TreeMap<>(named);
        named.keySet().stream()
                .filter(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY)
                .forEach(sunday -> addSubstitute(sunday, named, holidays));
        if (year >= BRIDGE_DAYS_EXIST) {
            named.keySet().forEach(day -> addBridge(day, named, holidays));
        }
        return holidays;
    }

    private static void addSubstitute(LocalDate sunday, Map<LocalDate, String> named, Map<LocalDate, String> holidays) {
        var substitute = sunday.plusDays(1);
        while (sunday.getYear() >= SUBSTITUTE_SEEKS_A_FREE_DAY && named.containsKey(substitute)) {
            substitute = substitute.plusDays(1);
        }
        holidays.putIfAbsent(substitute, "休日（振替休日）");
    }

    /** Only 国民の祝日 bound a bridge day, 振替休日 do not; before 2007 a Sunday was none, but it is closed anyway. */
    private static void addBridge(LocalDate before, Map<LocalDate, String> named, Map<LocalDate, String> holidays) {
        if (named.containsKey(before.plusDays(2))) {
            holidays.putIfAbsent(before.plusDays(1), "休日（国民の休日）");
        }
    }

    /** @param base day of the equinox of 1980 with its fraction */
    private static int equinox(double base, int year) {
        int elapsed = year - 1980;
        return (int) Math.floor(base + 0.242194 * elapsed) - elapsed / 4;
    }

    private static IntFunction<MonthDay> on(int month, int day) {
        var fixed = MonthDay.of(month, day);
        return year -> fixed;
    }

    private static IntFunction<MonthDay> monday(int ordinal, int month) {
        var adjuster = TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY);
        return year -> MonthDay.from(LocalDate.of(year, month, 1).with(adjuster));
    }

    private static Rule always(String name, IntFunction<MonthDay> day) {
        return during(FIRST_YEAR, LAST_YEAR, name, day);
    }

    private static Rule until(int last, String name, IntFunction<MonthDay> day) {
        return during(FIRST_YEAR, last, name, day);
    }

    private static Rule since(int first, String name, IntFunction<MonthDay> day) {
        return during(first, LAST_YEAR, name, day);
    }

    private static Rule during(int first, int last, String name, IntFunction<MonthDay> day) {
        return new Rule(first, last, name, day);
    }

    /** A holiday in the years, both inclusive, in which the law puts it on this day. */
    private record Rule(int first, int last, String name, IntFunction<MonthDay> day) {

        boolean holdsIn(int year) {
            return first <= year && year <= last;
        }

        LocalDate dayIn(int year) {
            return day.apply(year).atYear(year);
        }
    }
}
