package jp.fudamori.process.engine;

import jp.fudamori.account.AccountDesk;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** Our accounts as the engine's users, our roles as its groups; it can write neither, and there are no tenants. */
class AccountDirectory implements ReadOnlyIdentityProvider {

    private final AccountDesk desk;

    AccountDirectory(AccountDesk desk) {
        this.desk = desk;
    }

    @Override
    public @Nullable User findUserById(String userId) {
        return new UsersAmongAccounts(desk).userId(userId).singleResult();
    }

    @Override
    public UserQuery createUserQuery() {
        return new UsersAmongAccounts(desk, executor());
    }

    @Override
    public UserQuery createUserQuery(CommandContext commandContext) {
        return new UsersAmongAccounts(desk);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("利用者をSQLで検索することはできません。");
    }

    /** Nobody comes in by the engine: it would ask for no second factor, and tell for whom a password is right. */
    @Override
    public boolean checkPassword(String userId, @Nullable String password) {
        return false;
    }

    @Override
    public @Nullable Group findGroupById(String groupId) {
        return new GroupsAmongRoles(desk).groupId(groupId).singleResult();
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new GroupsAmongRoles(desk, executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext commandContext) {
        return new GroupsAmongRoles(desk);
    }

    @Override
    public @Nullable Tenant findTenantById(String tenantId) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants();
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext commandContext) {
        return new NoTenants();
    }

    @Override
    public void flush() {
        // nothing is ever changed here
    }

    @Override
    public void close() {
        // nothing is held open
    }

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }
}
