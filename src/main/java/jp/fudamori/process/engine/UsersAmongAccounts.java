package jp.fudamori.process.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryProperty;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.query.QueryProperty;
import org.jspecify.annotations.Nullable;

/** A user query answered from the accounts that its {@link Viewer} sees. The whole name is the first name. */
class UsersAmongAccounts extends UserQueryImpl {

    private static final Map<QueryProperty, Function<User, String>> ORDER = Map.of(
            UserQueryProperty.USER_ID, User::getId,
            UserQueryProperty.FIRST_NAME, User::getFirstName,
            UserQueryProperty.LAST_NAME, User::getLastName,
            UserQueryProperty.EMAIL, User::getEmail);

    private final transient AccountDesk desk;

    UsersAmongAccounts(AccountDesk desk) {
        this.desk = desk;
    }

    UsersAmongAccounts(AccountDesk desk, CommandExecutor executor) {
        super(executor);
        this.desk = desk;
    }

    @Override
    public long executeCount(CommandContext commandContext) {
        return found().count();
    }

    @Override
    public List<User> executeList(CommandContext commandContext, @Nullable Page page) {
        return Matching.page(found(), this, ORDER);
    }

    private Stream<User> found() {
        return candidates(Viewer.current())
                .filter(account -> isInGroup(account) && getTenantId() == null)
                .map(UsersAmongAccounts::toUser)
                .filter(this::matches);
    }

    private Stream<Account> candidates(Viewer viewer) {
        return id == null ? viewer.visible(desk).stream() : viewer.find(desk, id).stream();
    }

    private boolean isInGroup(Account account) {
        return groupId == null || account.roles().stream().map(Role::group).anyMatch(groupId::equals);
    }

    private boolean matches(User user) {
        return Matching.among(ids, user.getId())
                && Matching.equal(firstName, user.getFirstName())
                && Matching.like(firstNameLike, user.getFirstName())
                && Matching.equal(lastName, user.getLastName())
                && Matching.like(lastNameLike, user.getLastName())
                && Matching.equal(email, user.getEmail())
                && Matching.like(emailLike, user.getEmail());
    }

    private static User toUser(Account account) {
        var user = new UserEntity(account.id().value());
        user.setFirstName(account.name());
        user.setLastName("");
        user.setEmail(account.mail());
        return user;
    }
}
