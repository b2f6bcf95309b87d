package jp.fudamori.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Who has logged in, between requests. The session keeps the id and how far they came; the account itself is read anew
 * for each request, so that a role that was taken away is gone at once.
 */
@Component
public class SessionLogins implements SecurityContextRepository {

    private static final String ACCOUNT = "fudamori.account";
    private static final String STAGE = "fudamori.stage";
    private static final String IN = "in";
    private static final String CODE_SHOWN = "code-shown";
    private static final String PASSWORD_SHOWN = "password-shown";

    private final AccountDesk desk;

    SessionLogins(AccountDesk desk) {
        this.desk = desk;
    }

    /** Who has passed every step of the log-in in this session. */
    Optional<LoggedIn> loggedIn(HttpServletRequest request) {
        return read(request).filter(LoggedIn.class::isInstance).map(LoggedIn.class::cast);
    }

    private Optional<Authentication> read(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ACCOUNT) instanceof String id)) {
            return Optional.empty();
        }
        var stage = String.valueOf(session.getAttribute(STAGE));
        return desk.findOpen(new AccountId(id)).map(account -> login(account, stage));
    }

    private static Authentication login(Account account, String stage) {
        return stage.equals(IN) ? new LoggedIn(account) : new PasswordShown(account, stage.equals(CODE_SHOWN));
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() instanceof LoggedIn login) {
            save(request.getSession(), login.account(), IN);
        } else if (context.getAuthentication() instanceof PasswordShown login) {
            save(request.getSession(), login.account(), login.codeShown() ? CODE_SHOWN : PASSWORD_SHOWN);
        } else {
            forget(request);
        }
    }

    private static void save(HttpSession session, Account account, String stage) {
        session.setAttribute(ACCOUNT, account.id().value());
        session.setAttribute(STAGE, stage);
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                account.id().value());
    }

    private static void forget(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ACCOUNT);
            session.removeAttribute(STAGE);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ACCOUNT) != null;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** Looks into the session when somebody asks, not before: most static files need nobody. */
    private final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @Nullable SecurityContext context;
        private boolean generated;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                var login = read(request);
                generated = login.isEmpty();
                context = login.<SecurityContext>map(SecurityContextImpl::new)
                        .orElseGet(SecurityContextHolder::createEmptyContext);
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            get();
            return generated;
        }
    }
}
