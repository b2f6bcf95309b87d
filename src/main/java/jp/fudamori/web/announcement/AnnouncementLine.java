package jp.fudamori.web.announcement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import jp.fudamori.announcement.Announcement;
import jp.fudamori.common.JapaneseDates;

/**
 * How an announcement stands in a list.
 *
 * @param stars 重要度, {@code ★★★★☆}
 * @param importance the same for those who hear it, 1 to 5
 * @param published {@code 2026年11月20日（金）}
 * @param age {@code 本日} or {@code 2日前}
 */
public record AnnouncementLine(
        int number,
        String title,
        boolean urgent,
        String stars,
        int importance,
        long views,
        String published,
        String age) {

    static AnnouncementLine of(Announcement announcement, long views, LocalDate today) {
        var wording = announcement.wording();
        return new AnnouncementLine(
                announcement.number(),
                wording.title(),
                wording.urgent(),
                stars(wording.importance()),
                wording.importance(),
                views,
                JapaneseDates.day(wording.from()),
                age(wording.from(), today));
    }

    static String stars(int importance) {
        return "★".repeat(importance) + "☆".repeat(5 - importance);
    }

    static String age(LocalDate day, LocalDate today) {
        var days = ChronoUnit.DAYS.between(day, today);
        return days == 0 ? "本日" : days > 0 ? days + "日前" : -days + "日後";
    }
}
