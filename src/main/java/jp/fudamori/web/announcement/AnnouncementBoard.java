package jp.fudamori.web.announcement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.fudamori.announcement.Announcement;
import jp.fudamori.announcement.AnnouncementDesk;
import jp.fudamori.announcement.Views;
import org.springframework.stereotype.Component;

/** The announcements of today as lists show them; the home page has the same board. */
@Component
public class AnnouncementBoard {

    private final AnnouncementDesk desk;
    private final Views views;
    private final Clock clock;

    AnnouncementBoard(AnnouncementDesk desk, Views views, Clock clock) {
        this.desk = desk;
        this.views = views;
        this.clock = clock;
    }

    /** Returns what everybody may read today, the urgent ones first, then the newest; at most fifty. */
    public List<AnnouncementLine> current() {
        return lines(desk.current());
    }

    List<AnnouncementLine> lines(List<Announcement> announcements) {
        return announcements.stream().map(this::line).toList();
    }

    AnnouncementLine line(Announcement announcement) {
        return AnnouncementLine.of(announcement, views.of(announcement), LocalDate.now(clock));
    }
}
