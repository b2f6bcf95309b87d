package jp.fudamori.process.engine;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;

/**
 * Who asks the engine about users and groups, and so whom they see: a clinic itself, staff the staff, administrators
 * and the engine on its own behalf everybody.
 */
record Viewer(Sight sight, String id) {

    enum Sight {
        SELF,
        STAFF,
        EVERYBODY
    }

    static Viewer current() {
        @Nullable Authentication user = Context.getCommandContext().getAuthentication();
        return user == null ? new Viewer(Sight.EVERYBODY, "") : new Viewer(sight(user.getGroupIds()), user.getUserId());
    }

    private static Sight sight(@Nullable Collection<String> groups) {
        if (groups == null || groups.isEmpty() || groups.contains(Role.CLINIC.group())) {
            return Sight.SELF;
        }
        return groups.contains(Role.ADMINISTRATOR.group()) ? Sight.EVERYBODY : Sight.STAFF;
    }

    boolean isConfinedToSelf() {
        return sight == Sight.SELF;
    }

    List<Account> visible(AccountDesk desk) {
        return switch (sight) {
            case SELF -> find(desk, id).stream().toList();
            case STAFF -> desk.staff();
            case EVERYBODY -> desk.all();
        };
    }

    Optional<Account> find(AccountDesk desk, String account) {
        return AccountId.parse(account).flatMap(desk::find).filter(this::sees);
    }

    private boolean sees(Account account) {
        return switch (sight) {
            case SELF -> account.id().value().equals(id);
            case STAFF -> account.institution().isEmpty();
            case EVERYBODY -> true;
        };
    }
}
