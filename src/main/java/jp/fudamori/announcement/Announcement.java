package jp.fudamori.announcement;

import java.time.Instant;
import java.time.LocalDate;

/**
 * お知らせ, as it was last revised.
 *
 * @param number 管理番号, 1 or more
 * @param revision 1 for the first text; goes up with each correction
 */
public record Announcement(int number, Wording wording, int revision, Instant revisedAt, boolean withdrawn) {

    /** Whether everybody may read it on that day. */
    public boolean isPublicOn(LocalDate day) {
        return !withdrawn
                && !day.isBefore(wording.from())
                && wording.until().filter(day::isAfter).isEmpty();
    }
}
