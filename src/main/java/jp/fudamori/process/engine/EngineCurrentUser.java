package jp.fudamori.process.engine;

import jp.fudamori.account.AccountId;
import jp.fudamori.process.CurrentUser;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;

@Component
class EngineCurrentUser implements CurrentUser {

    @Override
    public AccountId id() {
        var authentication = Context.getCommandContext().getAuthentication();
        if (authentication == null) {
            throw new IllegalStateException("nobody asked for this");
        }
        return new AccountId(authentication.getUserId());
    }
}
