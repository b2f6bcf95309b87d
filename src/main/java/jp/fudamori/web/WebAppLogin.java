package jp.fudamori.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.process.EngineUsers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets who has logged in to Tasklist or Cockpit follow a link into {@code /api}. Reading only: a session cookie comes
 * along with requests that another site makes up, so it must not change anything.
 */
class WebAppLogin extends OncePerRequestFilter {

    private final EngineUsers users;
    private final AccountDesk desk;

    WebAppLogin(EngineUsers users, AccountDesk desk) {
        this.users = users;
        this.desk = desk;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod())
                || SecurityContextHolder.getContext().getAuthentication() != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        session(request)
                .flatMap(users::loggedInto)
                .flatMap(desk::find)
                .map(LoggedIn::new)
                .ifPresent(login -> SecurityContextHolder.setContext(new SecurityContextImpl(login)));
        chain.doFilter(request, response);
    }

    private static Optional<HttpSession> session(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return Optional.ofNullable(session);
    }
}
