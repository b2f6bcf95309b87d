package jp.fudamori.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jp.fudamori.account.LoginMail;
import jp.fudamori.web.Admission;
import jp.fudamori.web.LogInFailure;
import jp.fudamori.web.LoggedIn;
import jp.fudamori.web.PasswordShown;
import jp.fudamori.web.portal.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** ログイン. Who gives an address of the old portal that no mail reaches is led to a new registration. */
@Page
class LogInPage {

    private static final String VIEW = "account/login";
    private static final String WRONG = "ログインできませんでした。ユーザー名（メールアドレス）とパスワードを確認してください。失敗が続くと、一時的にログインできなくなります。";

    private final Admission admission;
    private final Map<String, String> issuers;

    LogInPage(Admission admission, ObjectProvider<ClientRegistrationRepository> issuers) {
        this.admission = admission;
        this.issuers = Optional.ofNullable(issuers.getIfAvailable())
                .filter(Iterable.class::isInstance)
                .map(LogInPage::names)
                .orElse(Map.of());
    }

    private static Map<String, String> names(Object registrations) {
        return StreamSupport.stream(((Iterable<?>) registrations).spliterator(), false)
                .filter(ClientRegistration.class::isInstance)
                .map(ClientRegistration.class::cast)
                .collect(Collectors.toUnmodifiableMap(
                        ClientRegistration::getRegistrationId, ClientRegistration::getClientName));
    }

    @GetMapping("/login")
    ModelAndView page(
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String over,
            @RequestParam(required = false) @Nullable String closed,
            @Nullable Authentication login) {
        if (login instanceof LoggedIn) {
            return TypedForm.redirect("/");
        }
        if (login instanceof PasswordShown halfway) {
            return TypedForm.redirect(admission.resume(halfway));
        }
        return view(HttpStatus.OK)
                .addObject("out", out != null)
                .addObject("over", over != null)
                .addObject("closed", closed != null);
    }

    /** Where Spring Security forwards a log-in that failed; the answer is the same whoever was meant. */
    @RequestMapping("/login/failed")
    ModelAndView failed(@RequestParam(defaultValue = "") String login, HttpServletRequest request) {
        return view(HttpStatus.UNAUTHORIZED)
                .addObject("values", Map.of("login", login))
                .addObject("errors", Map.of("login", LogInFailure.told(request).orElse(WRONG)))
                .addObject("provisional", LoginMail.isProvisional(login));
    }

    private ModelAndView view(HttpStatus status) {
        var page = new ModelAndView(VIEW, status);
        return page.addObject("issuers", issuers)
                .addObject("provisional", false)
                .addObject("out", false)
                .addObject("over", false)
                .addObject("closed", false);
    }
}
