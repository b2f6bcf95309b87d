package jp.fudamori.common;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How dates stand on screens, in letters and in mails [SOURCES: mail-conventions]. */
public final class JapaneseDates {

    public static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPAN);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日（E）", Locale.JAPAN);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu年M月d日（E）H時mm分", Locale.JAPAN);

    private JapaneseDates() {}

    /** {@code 2026年11月30日}. */
    public static String plain(LocalDate day) {
        return PLAIN.format(day);
    }

    /** {@code 2026年11月30日（月）}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 2026年11月30日（月）9時05分}, Asia/Tokyo. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(TOKYO));
    }
}
