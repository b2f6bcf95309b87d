package jp.fudamori.web.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.fudamori.account.Account;
import jp.fudamori.web.LoggedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Stands before the answers of a filter chain that turns a request away, without session or with a token of an earlier
 * one: what was typed is kept first, and the browser goes to the page of the step, by way of the log-in.
 */
public record KeptInputHandler(KeptInput kept, AuthenticationEntryPoint login, AccessDeniedHandler denied)
        implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (!redirected(request, response)) {
            login.commence(request, response, reason);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        if (!redirected(request, response)) {
            denied.handle(request, response, reason);
        }
    }

    private boolean redirected(HttpServletRequest request, HttpServletResponse response) {
        if (!kept.keep(request, caller())) {
            return false;
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, request.getRequestURI());
        return true;
    }

    private static Optional<Account> caller() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn login
                ? Optional.of(login.account())
                : Optional.empty();
    }
}
