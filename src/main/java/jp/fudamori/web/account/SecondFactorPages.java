package jp.fudamori.web.account;

import static jp.fudamori.web.account.TypedForm.redirect;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import jp.fudamori.account.SecondFactorDesk;
import jp.fudamori.web.Admission;
import jp.fudamori.web.PasswordShown;
import jp.fudamori.web.portal.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 確認コード: the second factor between the password and the portal, for who has one and for who has to get one. */
@Page
@RequestMapping("/second-factor")
class SecondFactorPages {

    private static final String CODE = "account/second-factor";

    private final SecondFactorDesk desk;
    private final Admission admission;

    SecondFactorPages(SecondFactorDesk desk, Admission admission) {
        this.desk = desk;
        this.admission = admission;
    }

    @GetMapping
    String page() {
        return CODE;
    }

    @PostMapping
    ModelAndView check(
            @RequestParam(defaultValue = "") String code,
            PasswordShown login,
            HttpServletRequest request,
            HttpServletResponse response) {
        return new TypedForm(CODE, Map.of(), "code").submit(() -> {
            desk.check(login.account().id(), code);
            return redirect(admission.advance(login.account(), true, request, response));
        });
    }

    @GetMapping("/enrolment")
    ModelAndView enrolment(PasswordShown login) {
        return Enrolment.page(desk, login.account(), "/second-factor/enrolment", Map.of());
    }

    @GetMapping("/enrolment/picture.svg")
    ResponseEntity<byte[]> picture(PasswordShown login) {
        return Enrolment.picture(desk, login.account());
    }

    /** The recovery codes stand in the answer itself: they are shown once, and kept nowhere. */
    @PostMapping("/enrolment")
    ModelAndView enrol(
            @RequestParam(defaultValue = "") String code,
            PasswordShown login,
            HttpServletRequest request,
            HttpServletResponse response) {
        return Enrolment.submit(
                desk,
                login.account(),
                code,
                "/second-factor/enrolment",
                () -> admission.advance(login.account(), true, request, response));
    }
}
