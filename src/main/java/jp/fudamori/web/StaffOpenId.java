package jp.fudamori.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.fudamori.account.Account;
import jp.fudamori.account.LogInDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Staff who log in at their own organisation (OpenID Connect Core 1.0). Its word takes the place of password and second
 * factor; the account must be there already, and its roles are ours to give.
 */
@Component
class StaffOpenId {

    private static final Logger LOG = LoggerFactory.getLogger(StaffOpenId.class);

    private final LogInDesk desk;
    private final Admission admission;

    StaffOpenId(LogInDesk desk, Admission admission) {
        this.desk = desk;
        this.admission = admission;
    }

    void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException, ServletException {
        var account = login.getPrincipal() instanceof OidcUser user ? account(user) : Optional.<Account>empty();
        if (account.isPresent()) {
            response.sendRedirect(admission.admit(account.get(), request, response));
        } else {
            refuse(request, response);
        }
    }

    void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        LOG.info("no log-in by OpenID Connect: {}", reason.getMessage());
        refuse(request, response);
    }

    /** By the id of the account as user name, or else by an address of which the issuer made sure. */
    private Optional<Account> account(OidcUser user) {
        return Optional.ofNullable(user.getPreferredUsername())
                .flatMap(desk::staff)
                .or(() -> Optional.ofNullable(user.getEmail())
                        .filter(mail -> Boolean.TRUE.equals(user.getEmailVerified()))
                        .flatMap(desk::staff));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.getSession().invalidate();
        LogInFailure.tell(request, "組織のアカウントでログインできませんでした。職員としての登録については、システム管理者に確認してください。");
        request.getRequestDispatcher("/login/failed").forward(request, response);
    }
}
