package jp.fudamori.web.portal;

import java.util.List;
import java.util.Optional;
import jp.fudamori.process.TaskDesk;
import jp.fudamori.web.LoggedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The front door, and the menus behind it. */
@Page
class HomeController {

    private final TaskDesk desk;
    private final SuccessionNotice succession;

    HomeController(TaskDesk desk, SuccessionNotice succession) {
        this.desk = desk;
        this.succession = succession;
    }

    @GetMapping("/")
    ModelAndView home(@Nullable LoggedIn caller) {
        return Optional.ofNullable(caller)
                .map(who -> new ModelAndView("portal/home")
                        .addObject("tasks", lines(who))
                        .addObject("notices", succession.of(who.account())))
                .orElseGet(() -> new ModelAndView("portal/welcome"));
    }

    private List<TaskPages.Line> lines(LoggedIn who) {
        return desk.open(who.account()).stream().map(TaskPages.Line::of).toList();
    }

    @GetMapping("/menu")
    String menu() {
        return "portal/menu";
    }

    @GetMapping("/menu/applications")
    String applications() {
        return "portal/applications";
    }

    /** Below our own addresses, what is not there is told on a page. */
    @RequestMapping({"/menu/**", "/tasks/**", "/cases/**", "/certificate-application/**"})
    String nothing() {
        throw new NoSuchPage();
    }
}
