package jp.fudamori.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import jp.fudamori.web.portal.KeptInput;
import jp.fudamori.web.portal.KeptInputHandler;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Whose which page is, and where people are sent who may not see one. */
@Component
class PortalPages {

    static final String[] FOR_EVERYBODY = {
        "/",
        "/error",
        "/pki/**",
        "/v3/api-docs/**",
        "/*.css",
        "/*.js",
        "/*.svg",
        "/*.png",
        "/favicon.ico",
        "/login",
        "/login/failed",
        "/register/**",
        "/password/forgotten/**",
        "/password/reset/**",
        "/account/mail/confirm/**",
        "/status/lookup/**"
    };

    /** What everybody may read; who writes it has logged in. */
    static final String[] TO_READ = {
        "/announcements", "/announcements/{number:\\d+}", "/articles/*", "/documents/*", "/calendar/*"
    };

    /** For who has shown a password and has more to show. */
    static final String[] STEPS_OF_LOG_IN = {"/second-factor/**", "/password/first"};

    static final String[] FOR_LOGGED_IN = {
        "/announcements/**",
        "/account/**",
        "/uploads/**",
        "/articles/*/edit",
        "/menu/**",
        "/tasks/**",
        "/cases/**",
        "/certificate-application/**",
        "/qualification-application/**",
        "/application-cancellation/**",
        "/qualification-withdrawal/**",
        "/status/**",
        "/certificates/**"
    };

    private static final PathPattern WEB_APP_LOGOUT =
            PathPatternParser.defaultInstance.parse("/camunda/api/admin/auth/user/{engine}/logout");

    private final Problems problems;
    private final SessionLogins sessions;
    private final KeptInput kept;

    PortalPages(Problems problems, SessionLogins sessions, KeptInput kept) {
        this.problems = problems;
        this.sessions = sessions;
        this.kept = kept;
    }

    /** What all pages have in common: one session, and the log-in page for who is not in it. */
    HttpSecurity shareLogIn(HttpSecurity http) throws Exception {
        var wanted = new HttpSessionRequestCache();
        wanted.setRequestMatcher(PortalPages::isWorthComingBackTo);
        wanted.setMatchingRequestParameterName(null);
        var refusing = new KeptInputHandler(kept, this::logInFirst, this::denied);
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .requestCache(cache -> cache.requestCache(wanted))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusing).accessDeniedHandler(refusing));
    }

    /** Asks who it is, if there is such a page. */
    private void logInFirst(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (!isForLoggedIn(request)) {
            problems.tell(HttpStatus.NOT_FOUND, request, response);
        } else if (Problems.wantsPage(request)) {
            response.sendRedirect(isSessionOver(request) ? "/login?over" : "/login");
        } else {
            problems.tell(HttpStatus.UNAUTHORIZED, request, response);
        }
    }

    /** What is not for somebody is not there for them; only a form that came too late is told apart. */
    private void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (isHalfway() && isForLoggedIn(request) && Problems.wantsPage(request)) {
            response.sendRedirect("/login");
        } else if (reason instanceof CsrfException || isWebApp(request)) {
            problems.tell(HttpStatus.FORBIDDEN, request, response);
        } else {
            problems.tell(HttpStatus.NOT_FOUND, request, response);
        }
    }

    private static boolean isSessionOver(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    private static boolean isHalfway() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof PasswordShown;
    }

    private static boolean isWebApp(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/camunda/");
    }

    private static boolean isForLoggedIn(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        return isWebApp(request)
                || Stream.of(FOR_LOGGED_IN, STEPS_OF_LOG_IN)
                        .flatMap(Stream::of)
                        .map(PathPatternParser.defaultInstance::parse)
                        .anyMatch(pattern -> pattern.matches(path));
    }

    /** Pages only: not what a page fetches, and nothing that was sent. */
    private static boolean isWorthComingBackTo(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && Problems.wantsPage(request)
                && isForLoggedIn(request)
                && !request.getRequestURI().startsWith("/camunda/api/");
    }

    /** Whether somebody leaves one of the web applications, which is to leave all. */
    static boolean isWebAppLogout(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && !CrossSite.isChange(request)
                && WEB_APP_LOGOUT.matches(PathContainer.parsePath(request.getRequestURI()));
    }
}
