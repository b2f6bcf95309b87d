package jp.fudamori.web.announcement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.announcement.Announcement;
import jp.fudamori.announcement.AnnouncementDesk;
import jp.fudamori.announcement.AnnouncementReason;
import jp.fudamori.common.Refusal;
import jp.fudamori.web.LoggedIn;
import jp.fudamori.web.portal.NoSuchPage;
import jp.fudamori.web.portal.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** お知らせの管理: supervisors and operators publish, correct and withdraw. For everybody else these pages are not there. */
@Page
@RequestMapping("/announcements/edit")
class AnnouncementEditor {

    private static final Set<Role> EDITORS = Set.of(Role.OPERATOR, Role.SUPERVISOR);
    private static final String LIST = "redirect:/announcements/edit";
    private static final String DONE = "done";
    private static final Map<String, String> IMPORTANCES = importances();

    private final AnnouncementDesk desk;
    private final AnnouncementBoard board;
    private final Clock clock;

    AnnouncementEditor(AnnouncementDesk desk, AnnouncementBoard board, Clock clock) {
        this.desk = desk;
        this.board = board;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@Nullable LoggedIn caller) {
        editor(caller);
        var today = LocalDate.now(clock);
        var rows = desk.all().stream()
                .map(announcement -> EditedLine.of(announcement, board.line(announcement), today))
                .toList();
        return new ModelAndView("announcement/edit-list", "rows", rows);
    }

    @GetMapping("/new")
    ModelAndView write(@Nullable LoggedIn caller) {
        editor(caller);
        return form(AnnouncementForm.empty(LocalDate.now(clock)), Map.of(), 0);
    }

    @PostMapping("/new")
    ModelAndView publish(@RequestParam Map<String, String> typed, @Nullable LoggedIn caller, RedirectAttributes next) {
        var by = editor(caller);
        var form = new AnnouncementForm(typed);
        if (!form.errors().isEmpty()) {
            return form(form, form.errors(), 0);
        }
        int number = desk.publish(form.wording(), by);
        next.addFlashAttribute(DONE, "管理番号 " + number + " のお知らせを登録しました。");
        return new ModelAndView(LIST);
    }

    @GetMapping("/{number:\\d{1,9}}")
    ModelAndView open(@PathVariable int number, @Nullable LoggedIn caller) {
        editor(caller);
        return form(AnnouncementForm.of(existing(number)), Map.of(), number);
    }

    @PostMapping("/{number:\\d{1,9}}")
    ModelAndView correct(
            @PathVariable int number,
            @RequestParam Map<String, String> typed,
            @Nullable LoggedIn caller,
            RedirectAttributes next) {
        var by = editor(caller);
        existing(number);
        var form = new AnnouncementForm(typed);
        if (!form.errors().isEmpty()) {
            return form(form, form.errors(), number);
        }
        try {
            desk.correct(number, form.revision(), form.wording(), by);
        } catch (Refusal refusal) {
            return changedMeanwhile(form, number, refusal);
        }
        next.addFlashAttribute(DONE, "管理番号 " + number + " のお知らせを訂正しました。");
        return new ModelAndView(LIST);
    }

    @GetMapping("/{number:\\d{1,9}}/withdraw")
    ModelAndView askToWithdraw(@PathVariable int number, @Nullable LoggedIn caller) {
        editor(caller);
        return new ModelAndView("announcement/withdraw", "line", board.line(existing(number)));
    }

    @PostMapping("/{number:\\d{1,9}}/withdraw")
    String withdraw(@PathVariable int number, @Nullable LoggedIn caller, RedirectAttributes next) {
        var by = editor(caller);
        existing(number);
        desk.withdraw(number, by);
        next.addFlashAttribute(DONE, "管理番号 " + number + " のお知らせを取り下げました。");
        return LIST;
    }

    /** What was typed is still there; sent again it replaces what the other one wrote, who is named above. */
    private ModelAndView changedMeanwhile(AnnouncementForm form, int number, Refusal refusal) {
        if (refusal.reason() != AnnouncementReason.ANNOUNCEMENT_CHANGED) {
            throw refusal;
        }
        return form(form, Map.of("title", String.valueOf(refusal.getMessage())), number);
    }

    private static ModelAndView form(AnnouncementForm form, Map<String, String> errors, int number) {
        var page = new ModelAndView(
                "announcement/edit", errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        return page.addObject("values", form.values())
                .addObject("errors", errors)
                .addObject("number", number)
                .addObject("importances", IMPORTANCES);
    }

    private static Map<String, String> importances() {
        var options = new LinkedHashMap<String, String>();
        for (int importance = 5; importance > 0; importance--) {
            options.put(String.valueOf(importance), AnnouncementLine.stars(importance));
        }
        return options;
    }

    private Announcement existing(int number) {
        return desk.find(number).orElseThrow(NoSuchPage::new);
    }

    /** @throws NoSuchPage for whoever writes nothing here */
    static AccountId editor(@Nullable LoggedIn caller) {
        if (caller == null || caller.account().roles().stream().noneMatch(EDITORS::contains)) {
            throw new NoSuchPage();
        }
        return caller.account().id();
    }
}
