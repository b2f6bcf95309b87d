package jp.fudamori.web.account;

import static jp.fudamori.web.account.TypedForm.redirect;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import jp.fudamori.account.Account;
import jp.fudamori.account.SecondFactorDesk;
import jp.fudamori.web.Admission;
import jp.fudamori.web.LoggedIn;
import jp.fudamori.web.portal.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 二要素認証の設定. */
@Page
@RequestMapping("/account/second-factor")
class AccountSecondFactorPages {

    private static final String PATH = "/account/second-factor";
    private static final String VIEW = "account/second-factor-settings";

    private final SecondFactorDesk desk;
    private final Admission admission;

    AccountSecondFactorPages(SecondFactorDesk desk, Admission admission) {
        this.desk = desk;
        this.admission = admission;
    }

    @GetMapping
    ModelAndView page(LoggedIn login) {
        var account = login.account();
        return desk.isEnrolled(account.id())
                ? new ModelAndView(VIEW, "values", settings(account).values())
                : Enrolment.page(desk, account, PATH, Map.of());
    }

    @GetMapping("/picture.svg")
    ResponseEntity<byte[]> picture(LoggedIn login) {
        return Enrolment.picture(desk, login.account());
    }

    @PostMapping
    ModelAndView enrol(@RequestParam(defaultValue = "") String code, LoggedIn login) {
        return Enrolment.submit(desk, login.account(), code, PATH, () -> "/account?changed=second-factor");
    }

    @PostMapping("/recovery-codes")
    ModelAndView renew(@RequestParam(defaultValue = "") String code, LoggedIn login) {
        var account = login.account();
        return settings(account)
                .submit(() -> new ModelAndView(
                                "account/recovery-codes", "codes", desk.renewRecoveryCodes(account.id(), code))
                        .addObject("onward", "/account"));
    }

    /** Who must have a second factor goes on to set up another one at once. */
    @PostMapping("/removal")
    ModelAndView remove(
            @RequestParam(defaultValue = "") String code,
            LoggedIn login,
            HttpServletRequest request,
            HttpServletResponse response) {
        return settings(login.account()).submit(() -> {
            desk.remove(login.account().id(), code);
            return redirect(admission.reconsider(login.account(), request, response));
        });
    }

    private TypedForm settings(Account account) {
        var left = String.valueOf(desk.recoveryCodesLeft(account.id()));
        return new TypedForm(VIEW, Map.of("left", left), "code");
    }
}
