package jp.fudamori.web.account;

import static jp.fudamori.account.AccountReason.INSTITUTION_UNKNOWN;
import static jp.fudamori.account.AccountReason.NAME_NOT_ALLOWED;
import static jp.fudamori.account.AccountReason.PASSWORD_TOO_WEAK;
import static jp.fudamori.account.AccountReason.PHONE_NOT_ALLOWED;
import static jp.fudamori.web.account.TypedForm.redirect;
import static jp.fudamori.web.account.TypedForm.same;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import jp.fudamori.account.Registration.State;
import jp.fudamori.account.RegistrationDesk;
import jp.fudamori.account.RegistrationDetails;
import jp.fudamori.common.Refusal;
import jp.fudamori.web.portal.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 新規ユーザー登録: the address, then from the link in the mail who it is. */
@Page
@RequestMapping("/register")
class RegistrationPages {

    private static final String DETAILS = "account/register-details";

    private final RegistrationDesk desk;

    RegistrationPages(RegistrationDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    String page() {
        return "account/register";
    }

    @PostMapping
    ModelAndView request(@RequestParam(defaultValue = "") String mail, HttpServletRequest request) {
        return new TypedForm("account/register", Map.of("mail", mail), "mail").submit(() -> {
            desk.request(mail, request.getRemoteAddr());
            return redirect("/register/sent");
        });
    }

    @GetMapping("/sent")
    String sent() {
        return "account/register-sent";
    }

    /** Looking changes nothing: mail scanners follow links, too. */
    @GetMapping("/details")
    ModelAndView details(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        return new TypedForm("account/register", Map.of(), "mail").submit(() -> {
            var registration = desk.ofLink(token, request.getRemoteAddr());
            return new ModelAndView(DETAILS, "values", Map.of("token", token))
                    .addObject("mail", registration.mail().value());
        });
    }

    @PostMapping("/details")
    ModelAndView enter(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            Chosen chosen,
            HttpServletRequest request) {
        var values = Map.of("token", token, "code", code, "name", name, "phone", phone);
        var fields = Map.<Refusal.Reason, String>of(
                INSTITUTION_UNKNOWN,
                "code",
                NAME_NOT_ALLOWED,
                "name",
                PHONE_NOT_ALLOWED,
                "phone",
                PASSWORD_TOO_WEAK,
                "password");
        return new TypedForm(DETAILS, values, "code", fields).submit(() -> {
            var network = request.getRemoteAddr();
            desk.ofLink(token, network);
            var details = RegistrationDetails.parse(code, name, phone);
            var registration = desk.enter(token, details, same(chosen.password(), chosen.again()), network);
            return redirect(registration.state() == State.OPENED ? "/register/done" : "/register/checking");
        });
    }

    @GetMapping("/done")
    String done() {
        return "account/register-done";
    }

    @GetMapping("/checking")
    String checking() {
        return "account/register-checking";
    }
}
