package jp.fudamori.common;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How dates stand on screens, in letters and in mails. */
public final class JapaneseDates {

    public static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日（E）", Locale.JAPANESE);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日（E）H時mm分", Locale.JAPANESE);

    private JapaneseDates() {}

    /** {@code 2026年11月30日（月）}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 2026年11月30日（月）9時05分}, Asia/Tokyo. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(TOKYO));
    }
}
