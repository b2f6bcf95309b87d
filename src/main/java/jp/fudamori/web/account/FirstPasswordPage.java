package jp.fudamori.web.account;

import static jp.fudamori.web.account.TypedForm.redirect;
import static jp.fudamori.web.account.TypedForm.same;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import jp.fudamori.account.PasswordDesk;
import jp.fudamori.web.Admission;
import jp.fudamori.web.PasswordShown;
import jp.fudamori.web.portal.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** 初回ログイン: a password of one's own before anything else. */
@Page
@RequestMapping("/password/first")
class FirstPasswordPage {

    private static final String VIEW = "account/password-first";

    private final PasswordDesk desk;
    private final Admission admission;

    FirstPasswordPage(PasswordDesk desk, Admission admission) {
        this.desk = desk;
        this.admission = admission;
    }

    @GetMapping
    ModelAndView page(PasswordShown login) {
        return new ModelAndView(VIEW, "values", hints(login));
    }

    private Map<String, String> hints(PasswordShown login) {
        return Map.of("shortest", String.valueOf(desk.shortest(login.account().id())));
    }

    @PostMapping
    ModelAndView choose(Chosen chosen, PasswordShown login, HttpServletRequest request, HttpServletResponse response) {
        return new TypedForm(VIEW, hints(login), "password").submit(() -> {
            desk.choose(login.account(), same(chosen.password(), chosen.again()));
            return redirect(admission.onward(login, request, response));
        });
    }
}
