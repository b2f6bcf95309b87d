package jp.fudamori.process.engine;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import jp.fudamori.account.Account;
import jp.fudamori.account.Role;
import jp.fudamori.process.EngineUsers;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.stereotype.Component;

@Component
class CamundaUsers implements EngineUsers {

    /** Where the web applications keep who has logged in; a constant of theirs that they do not publish. */
    private static final String SESSION_ATTRIBUTE = "authenticatedUser";

    private final ProcessEngine engine;
    private final IdentityService identity;

    CamundaUsers(ProcessEngine engine) {
        this.engine = engine;
        this.identity = engine.getIdentityService();
    }

    @Override
    public void enter(Account account) {
        var groups = account.roles().stream().map(Role::group).toList();
        identity.setAuthentication(account.id().value(), groups, List.of());
    }

    @Override
    public void leave() {
        identity.clearAuthentication();
    }

    @Override
    public void enterWebApps(HttpSession session, Account account) {
        if (!isUser(session, account.id().value())) {
            var logins = new Authentications();
            logins.addOrReplace(
                    AuthenticationUtil.createAuthentication(engine, account.id().value()));
            session.setAttribute(SESSION_ATTRIBUTE, logins);
        }
    }

    private boolean isUser(HttpSession session, String id) {
        return session.getAttribute(SESSION_ATTRIBUTE) instanceof Authentications logins
                && Optional.ofNullable(logins.getAuthenticationForProcessEngine(engine.getName()))
                        .filter(user -> user.getIdentityId().equals(id))
                        .isPresent();
    }
}
