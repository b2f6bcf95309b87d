package jp.fudamori.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.fudamori.account.LogInDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** Log-in by password on our page, by OpenID Connect where that is configured, and log-out. */
@Component
class LogInPages {

    private final LogInDesk desk;
    private final Admission admission;
    private final StaffOpenId openId;
    private final Optional<ClientRegistrationRepository> issuers;

    LogInPages(
            LogInDesk desk,
            Admission admission,
            StaffOpenId openId,
            ObjectProvider<ClientRegistrationRepository> issuers) {
        this.desk = desk;
        this.admission = admission;
        this.openId = openId;
        this.issuers = Optional.ofNullable(issuers.getIfAvailable());
    }

    HttpSecurity on(HttpSecurity http) throws Exception {
        if (issuers.isPresent()) {
            http.oauth2Login(login -> login.loginPage("/login")
                    .authorizedClientRepository(new NoTokensKept())
                    .successHandler(openId::succeeded)
                    .failureHandler(openId::failed));
        }
        return http.authenticationProvider(new PasswordLogin(desk, admission))
                .formLogin(form -> form.loginPage("/login")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .successHandler(this::succeeded)
                        .failureHandler(LogInPages::failed))
                .logout(logout -> logout.logoutUrl("/logout")
                        .addLogoutHandler(this::record)
                        .logoutSuccessUrl("/login?out"));
    }

    private void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException {
        if (login instanceof LoggedIn who) {
            response.sendRedirect(admission.arrive(who.account(), request, response));
        } else if (login instanceof PasswordShown who) {
            response.sendRedirect(admission.next(who.account(), false).orElse("/"));
        }
    }

    /**
     * The same page whoever was meant; what was typed as id stands there again, what was typed as password does not.
     */
    private static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (reason instanceof LockedException) {
            LogInFailure.tell(request, String.valueOf(reason.getMessage()));
        }
        request.getRequestDispatcher("/login/failed").forward(request, response);
    }

    private void record(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication login) {
        if (login instanceof LoggedIn who) {
            desk.loggedOut(who.account(), false);
        }
    }
}
