package jp.fudamori.web.account;

import static jp.fudamori.web.account.TypedForm.redirect;
import static jp.fudamori.web.account.TypedForm.same;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import jp.fudamori.account.PasswordDesk;
import jp.fudamori.web.portal.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** パスワードの再設定: the address, then from the link in the mail another password. */
@Page
@RequestMapping("/password")
class PasswordPages {

    private static final String FORGOTTEN = "account/password-forgotten";
    private static final String RESET = "account/password-reset";

    private final PasswordDesk desk;

    PasswordPages(PasswordDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/forgotten")
    String forgotten() {
        return FORGOTTEN;
    }

    @PostMapping("/forgotten")
    ModelAndView request(@RequestParam(defaultValue = "") String mail, HttpServletRequest request) {
        return new TypedForm(FORGOTTEN, Map.of("mail", mail), "mail").submit(() -> {
            desk.requestReset(mail, request.getRemoteAddr());
            return redirect("/password/forgotten/sent");
        });
    }

    @GetMapping("/forgotten/sent")
    String sent() {
        return "account/password-sent";
    }

    @GetMapping("/reset")
    ModelAndView page(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        return new TypedForm(FORGOTTEN, Map.of(), "mail").submit(() -> {
            desk.ofResetLink(token, request.getRemoteAddr());
            return new ModelAndView(RESET, "values", Map.of("token", token));
        });
    }

    @PostMapping("/reset")
    ModelAndView reset(@RequestParam(defaultValue = "") String token, Chosen chosen, HttpServletRequest request) {
        return new TypedForm(RESET, Map.of("token", token), "password").submit(() -> {
            desk.reset(token, same(chosen.password(), chosen.again()), request.getRemoteAddr());
            return redirect("/password/reset/done");
        });
    }

    @GetMapping("/reset/done")
    String done() {
        return "account/password-done";
    }
}
