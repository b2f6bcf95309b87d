package jp.fudamori.process.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.GroupQueryProperty;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.query.QueryProperty;
import org.jspecify.annotations.Nullable;

/** A group query answered from the roles; a clinic sees only its own. */
class GroupsAmongRoles extends GroupQueryImpl {

    private static final String TYPE = "WORKFLOW";
    private static final Map<QueryProperty, Function<Group, String>> ORDER = Map.of(
            GroupQueryProperty.GROUP_ID, Group::getId,
            GroupQueryProperty.NAME, Group::getName,
            GroupQueryProperty.TYPE, Group::getType);

    private final transient AccountDesk desk;

    GroupsAmongRoles(AccountDesk desk) {
        this.desk = desk;
    }

    GroupsAmongRoles(AccountDesk desk, CommandExecutor executor) {
        super(executor);
        this.desk = desk;
    }

    @Override
    public long executeCount(CommandContext commandContext) {
        return found().count();
    }

    @Override
    public List<Group> executeList(CommandContext commandContext, @Nullable Page page) {
        return Matching.page(found(), this, ORDER);
    }

    private Stream<Group> found() {
        return candidates(Viewer.current()).stream()
                .filter(role -> getTenantId() == null)
                .map(GroupsAmongRoles::toGroup)
                .filter(this::matches);
    }

    private Collection<Role> candidates(Viewer viewer) {
        if (userId != null) {
            return rolesOf(viewer.find(desk, userId));
        }
        return viewer.isConfinedToSelf() ? rolesOf(viewer.find(desk, viewer.id())) : Arrays.asList(Role.values());
    }

    private static Collection<Role> rolesOf(Optional<Account> account) {
        return account.map(Account::roles).orElse(Set.of());
    }

    private boolean matches(Group group) {
        return Matching.equal(id, group.getId())
                && Matching.among(ids, group.getId())
                && Matching.equal(name, group.getName())
                && Matching.like(nameLike, group.getName())
                && Matching.equal(type, group.getType());
    }

    private static Group toGroup(Role role) {
        var group = new GroupEntity(role.group());
        group.setName(role.japanese());
        group.setType(TYPE);
        return group;
    }
}
