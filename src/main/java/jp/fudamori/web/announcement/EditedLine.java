package jp.fudamori.web.announcement;

import java.time.LocalDate;
import jp.fudamori.announcement.Announcement;
import jp.fudamori.common.JapaneseDates;

/**
 * An announcement in the list of those who write them.
 *
 * @param state in Japanese
 * @param mark class of the tag that shows the state
 * @param period from when until when it is public
 */
record EditedLine(AnnouncementLine line, String state, String mark, String period, boolean changeable) {

    static EditedLine of(Announcement announcement, AnnouncementLine line, LocalDate today) {
        var wording = announcement.wording();
        var period = JapaneseDates.plain(wording.from()) + "から"
                + wording.until()
                        .map(until -> JapaneseDates.plain(until) + "まで")
                        .orElse("");
        if (announcement.withdrawn()) {
            return new EditedLine(line, "取下げ", "ended", period, false);
        }
        if (today.isBefore(wording.from())) {
            return new EditedLine(line, "掲載前", "", period, true);
        }
        return announcement.isPublicOn(today)
                ? new EditedLine(line, "掲載中", "success", period, true)
                : new EditedLine(line, "掲載終了", "ended", period, true);
    }
}
