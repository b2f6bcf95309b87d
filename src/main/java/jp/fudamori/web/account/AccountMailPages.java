package jp.fudamori.web.account;

import static jp.fudamori.account.AccountReason.PASSWORD_WRONG;
import static jp.fudamori.web.account.TypedForm.redirect;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import jp.fudamori.account.MailChangeDesk;
import jp.fudamori.web.LoggedIn;
import jp.fudamori.web.portal.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** メールアドレスの変更: asked for by who is logged in, confirmed by who reads the mail of the new address. */
@Page
@RequestMapping("/account/mail")
class AccountMailPages {

    private static final String VIEW = "account/mail";
    private static final String CONFIRM = "account/mail-confirm";

    private final MailChangeDesk desk;

    AccountMailPages(MailChangeDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    String page() {
        return VIEW;
    }

    @PostMapping
    ModelAndView request(
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String present,
            LoggedIn login,
            HttpServletRequest request) {
        return new TypedForm(VIEW, Map.of("mail", mail), "mail", Map.of(PASSWORD_WRONG, "present")).submit(() -> {
            desk.request(login.account(), present, mail, request.getRemoteAddr());
            return redirect("/account?changed=mail-sent");
        });
    }

    @GetMapping("/confirm")
    ModelAndView confirmation(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        return new TypedForm(CONFIRM, Map.of(), "mail")
                .submit(() -> new ModelAndView(
                                CONFIRM,
                                "mail",
                                desk.ofLink(token, request.getRemoteAddr()).value())
                        .addObject("token", token));
    }

    @PostMapping("/confirm")
    ModelAndView confirm(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        return new TypedForm(VIEW, Map.of(), "mail").submit(() -> {
            desk.confirm(token, request.getRemoteAddr());
            return redirect("/account/mail/confirm/done");
        });
    }

    @GetMapping("/confirm/done")
    String done() {
        return "account/mail-done";
    }
}
