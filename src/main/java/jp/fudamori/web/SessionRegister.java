package jp.fudamori.web;

import java.util.Optional;
import jp.fudamori.account.AccountClosed;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.CredentialsChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Ends sessions on whatever node and device they are. */
@Component
public class SessionRegister {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    SessionRegister(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** Whoever came in the old way has to come in again, but for the one who is just changing it. */
    @EventListener
    void on(CredentialsChanged event) {
        end(event.account(), current());
    }

    @EventListener
    void on(AccountClosed event) {
        endAll(event.account().id());
    }

    /** Ends every session of the account. */
    public void endAll(AccountId id) {
        end(id, Optional.empty());
    }

    private void end(AccountId id, Optional<String> spared) {
        sessions.findByPrincipalName(id.value()).keySet().stream()
                .filter(session -> !spared.equals(Optional.of(session)))
                .forEach(sessions::deleteById);
    }

    private static Optional<String> current() {
        @Nullable RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request instanceof ServletRequestAttributes servlet
                ? Optional.ofNullable(servlet.getRequest().getSession(false)).map(session -> session.getId())
                : Optional.empty();
    }
}
