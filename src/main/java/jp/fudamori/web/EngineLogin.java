package jp.fudamori.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.fudamori.process.EngineUsers;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes who called {@code /engine-rest} the engine's user for the request. Without a user the engine would check no
 * rights at all, so a request without one ends here.
 */
class EngineLogin extends OncePerRequestFilter {

    private final EngineUsers users;

    EngineLogin(EngineUsers users) {
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn login)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        users.enter(login.account());
        try {
            chain.doFilter(request, response);
        } finally {
            users.leave();
        }
    }
}
