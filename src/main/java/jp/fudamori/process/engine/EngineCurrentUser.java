package jp.fudamori.process.engine;

import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.process.CurrentUser;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

@Component
class EngineCurrentUser implements CurrentUser {

    @Override
    public Optional<AccountId> find() {
        return Optional.ofNullable(Context.getCommandContext().getAuthentication())
                .map(Authentication::getUserId)
                .map(AccountId::new);
    }
}
