package jp.fudamori.process.engine;

import java.util.function.Supplier;
import jp.fudamori.process.OwnBehalf;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class EngineOwnBehalf implements OwnBehalf {

    private final IdentityService identity;

    EngineOwnBehalf(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public <T> T ask(Supplier<T> query) {
        @Nullable Authentication user = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return query.get();
        } finally {
            if (user != null) {
                identity.setAuthentication(user.getUserId(), user.getGroupIds(), user.getTenantIds());
            }
        }
    }
}
