package jp.fudamori.web.account;

import static jp.fudamori.account.AccountReason.PASSWORD_WRONG;
import static jp.fudamori.web.account.TypedForm.redirect;

import java.util.Map;
import jp.fudamori.account.ClosingDesk;
import jp.fudamori.web.LoggedIn;
import jp.fudamori.web.portal.NoSuchPage;
import jp.fudamori.web.portal.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** アカウントの利用停止, by the clinic itself; staff are closed by an administrator. */
@Page
@RequestMapping("/account/close")
class AccountClosePages {

    private static final String VIEW = "account/close";

    private final ClosingDesk desk;

    AccountClosePages(ClosingDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    String page(LoggedIn login) {
        refuseStaff(login);
        return VIEW;
    }

    @PostMapping
    ModelAndView close(@RequestParam(defaultValue = "") String present, LoggedIn login) {
        refuseStaff(login);
        return new TypedForm(VIEW, Map.of(), "present", Map.of(PASSWORD_WRONG, "present")).submit(() -> {
            desk.close(login.account(), present);
            return redirect("/login?closed");
        });
    }

    private static void refuseStaff(LoggedIn login) {
        if (login.account().institution().isEmpty()) {
            throw new NoSuchPage();
        }
    }
}
