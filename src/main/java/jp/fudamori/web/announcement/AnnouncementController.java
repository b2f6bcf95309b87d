package jp.fudamori.web.announcement;

import jp.fudamori.announcement.AnnouncementDesk;
import jp.fudamori.announcement.Markup;
import jp.fudamori.announcement.Views;
import jp.fudamori.web.portal.NoSuchPage;
import jp.fudamori.web.portal.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** お知らせ, for everybody. */
@Page
@RequestMapping("/announcements")
class AnnouncementController {

    private final AnnouncementDesk desk;
    private final AnnouncementBoard board;
    private final Views views;

    AnnouncementController(AnnouncementDesk desk, AnnouncementBoard board, Views views) {
        this.desk = desk;
        this.board = board;
        this.views = views;
    }

    @GetMapping
    String list(Model page) {
        page.addAttribute("announcements", board.current());
        return "announcement/list";
    }

    /** A number that never was, and one that is not public today: the answer is the same. */
    @GetMapping("/{number:\\d{1,9}}")
    String show(@PathVariable int number, Model page) {
        var announcement = desk.findPublic(number).orElseThrow(NoSuchPage::new);
        views.seen(announcement);
        page.addAttribute("line", board.line(announcement));
        page.addAttribute("blocks", Markup.read(announcement.wording().body()));
        return "announcement/show";
    }
}
