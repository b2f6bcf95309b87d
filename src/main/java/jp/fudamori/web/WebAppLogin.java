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
 * Makes who has logged in to the portal the user of Tasklist, Cockpit, Admin and Welcome, which have no log-in of their
 * own. The web applications keep their user in the session; it is whoever the portal says, at every request.
 */
class WebAppLogin extends OncePerRequestFilter {

    private final EngineUsers users;

    WebAppLogin(EngineUsers users) {
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn login)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        users.enterWebApps(request.getSession(), login.account());
        chain.doFilter(request, response);
    }
}
