package jp.fudamori.web.account;

import static jp.fudamori.account.AccountReason.PASSWORD_WRONG;
import static jp.fudamori.web.account.TypedForm.redirect;
import static jp.fudamori.web.account.TypedForm.same;

import java.util.Map;
import jp.fudamori.account.LogInDesk;
import jp.fudamori.account.PasswordDesk;
import jp.fudamori.account.SecondFactorDesk;
import jp.fudamori.web.LoggedIn;
import jp.fudamori.web.SessionRegister;
import jp.fudamori.web.portal.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** アカウント: what somebody can see and change about their own. */
@Page
@RequestMapping("/account")
class AccountPages {

    private static final String PASSWORD = "account/password";

    private final PasswordDesk passwords;
    private final SecondFactorDesk secondFactor;
    private final LogInDesk logIn;
    private final SessionRegister sessions;

    AccountPages(PasswordDesk passwords, SecondFactorDesk secondFactor, LogInDesk logIn, SessionRegister sessions) {
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.logIn = logIn;
        this.sessions = sessions;
    }

    @GetMapping
    ModelAndView page(LoggedIn login, @RequestParam(defaultValue = "") String changed) {
        var id = login.account().id();
        return new ModelAndView("account/account", "account", login.account())
                .addObject("enrolled", secondFactor.isEnrolled(id))
                .addObject("left", secondFactor.recoveryCodesLeft(id))
                .addObject("changed", changed);
    }

    @GetMapping("/password")
    ModelAndView password(LoggedIn login) {
        return new ModelAndView(PASSWORD, "values", hints(login));
    }

    private Map<String, String> hints(LoggedIn login) {
        return Map.of(
                "shortest", String.valueOf(passwords.shortest(login.account().id())));
    }

    @PostMapping("/password")
    ModelAndView change(@RequestParam(defaultValue = "") String present, Chosen chosen, LoggedIn login) {
        var form = new TypedForm(PASSWORD, hints(login), "password", Map.of(PASSWORD_WRONG, "present"));
        return form.submit(() -> {
            passwords.change(login.account(), present, same(chosen.password(), chosen.again()));
            return redirect("/account?changed=password");
        });
    }

    @PostMapping("/sign-out-everywhere")
    String signOutEverywhere(LoggedIn login) {
        logIn.loggedOut(login.account(), true);
        sessions.endAll(login.account().id());
        return "redirect:/login?out";
    }
}
