package jp.fudamori.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import jp.fudamori.account.Account;
import jp.fudamori.account.LogInDesk;
import jp.fudamori.account.PasswordDesk;
import jp.fudamori.account.SecondFactorDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Takes people from one step of the log-in to the next, and in after the last. */
@Component
public class Admission {

    static final String CODE = "/second-factor";
    static final String FIRST_PASSWORD = "/password/first";
    static final String ENROLMENT = "/second-factor/enrolment";
    private static final String HOME = "/";

    private final LogInDesk logIn;
    private final SecondFactorDesk secondFactor;
    private final PasswordDesk passwords;
    private final SessionLogins sessions;

    Admission(LogInDesk logIn, SecondFactorDesk secondFactor, PasswordDesk passwords, SessionLogins sessions) {
        this.logIn = logIn;
        this.secondFactor = secondFactor;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /** How far the password alone gets somebody. */
    Authentication afterPassword(Account account) {
        return next(account, false).isEmpty() ? new LoggedIn(account) : new PasswordShown(account, false);
    }

    /** The page of the next step; empty where none is left. */
    Optional<String> next(Account account, boolean codeShown) {
        var enrolled = secondFactor.isEnrolled(account.id());
        if (enrolled && !codeShown) {
            return Optional.of(CODE);
        }
        if (passwords.mustChoose(account.id())) {
            return Optional.of(FIRST_PASSWORD);
        }
        return secondFactor.isMandatory(account) && !enrolled ? Optional.of(ENROLMENT) : Optional.empty();
    }

    /**
     * Goes on after a step that somebody has passed.
     *
     * @return where to: the next step, or the page that they wanted before the log-in; always a path of this server
     */
    public String advance(
            Account account, boolean codeShown, HttpServletRequest request, HttpServletResponse response) {
        var next = next(account, codeShown);
        enter(next.isEmpty() ? new LoggedIn(account) : new PasswordShown(account, codeShown), request, response);
        return next.orElseGet(() -> arrive(account, request, response));
    }

    /** Where somebody goes on who turned aside on the way in. */
    public String resume(PasswordShown login) {
        return next(login.account(), login.codeShown()).orElse(HOME);
    }

    /** As {@link #advance}, after a step that is not the second factor. */
    public String onward(PasswordShown login, HttpServletRequest request, HttpServletResponse response) {
        return advance(login.account(), login.codeShown(), request, response);
    }

    /** Lets somebody in for whom another organisation vouches; says where to. */
    String admit(Account account, HttpServletRequest request, HttpServletResponse response) {
        enter(new LoggedIn(account), request, response);
        return arrive(account, request, response);
    }

    /** As {@link #advance} for who was in already and has less than is needed now, as without a second factor. */
    public String reconsider(Account account, HttpServletRequest request, HttpServletResponse response) {
        return next(account, true).isEmpty() ? "/account" : advance(account, true, request, response);
    }

    /** Each step has a session id and a token against CSRF of its own: who knew the last one knows nothing. */
    private void enter(Authentication login, HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        request.changeSessionId();
        new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
        var context = new SecurityContextImpl(login);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    /** Where somebody goes who has just come in. */
    String arrive(Account account, HttpServletRequest request, HttpServletResponse response) {
        logIn.loggedIn(account, request.getRemoteAddr());
        var cache = new HttpSessionRequestCache();
        @Nullable SavedRequest wanted = cache.getRequest(request, response);
        cache.removeRequest(request, response);
        return wanted == null ? HOME : pathOf(wanted.getRedirectUrl());
    }

    /** Without host: nobody is sent to another one, whatever the request said ours was. */
    private static String pathOf(String url) {
        var parts = UriComponentsBuilder.fromUriString(url).build();
        @Nullable String path = parts.getPath();
        @Nullable String query = parts.getQuery();
        if (path == null || !path.startsWith("/") || path.startsWith("//")) {
            return HOME;
        }
        return query == null ? path : path + "?" + query;
    }
}
