package jp.fudamori.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets who has logged in on the pages follow a link into {@code /api}. Reading only: a session cookie comes along with
 * requests that another site makes up, so it must not change anything.
 */
class SessionReading extends OncePerRequestFilter {

    private final SessionLogins sessions;

    SessionReading(SessionLogins sessions) {
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod())
                || SecurityContextHolder.getContext().getAuthentication() != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        sessions.loggedIn(request).ifPresent(login -> SecurityContextHolder.setContext(new SecurityContextImpl(login)));
        chain.doFilter(request, response);
    }
}
