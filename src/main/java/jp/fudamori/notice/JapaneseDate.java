package jp.fudamori.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as letters and mails print them [SOURCES: mail-conventions]. */
final class JapaneseDate {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPAN);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日（E）", Locale.JAPAN);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu年M月d日（E）H時mm分", Locale.JAPAN);

    private JapaneseDate() {}

    /** {@code 2026年11月30日}. */
    static String plain(LocalDate day) {
        return PLAIN.format(day);
    }

    /** {@code 2026年11月30日（月）}. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Japanese time, {@code 2026年11月20日（金）10時00分}. */
    static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(TOKYO));
    }
}
