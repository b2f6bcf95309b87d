package jp.fudamori.process.engine;

import static jp.fudamori.account.Role.CALL_CENTRE;
import static jp.fudamori.account.Role.CLINIC;
import static jp.fudamori.account.Role.DISPATCH;
import static jp.fudamori.account.Role.OPERATOR;
import static jp.fudamori.account.Role.REVIEWER;
import static jp.fudamori.account.Role.SUPERVISOR;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

/** The lists that Tasklist offers at the first log-in, each to those who need it. */
final class TaskFilters {

    private static final List<Map<String, String>> COLUMNS = List.of(
            Map.of("name", "applicationNumber", "label", "受付番号"),
            Map.of("name", "institutionName", "label", "医療機関"),
            Map.of("name", "due", "label", "期限"));

    private static final Set<Role> STAFF = Set.of(REVIEWER, SUPERVISOR, DISPATCH, CALL_CENTRE, OPERATOR);
    private static final Set<Role> EVERYBODY = Set.of(CLINIC, REVIEWER, SUPERVISOR, DISPATCH, CALL_CENTRE, OPERATOR);

    /** The engine gives a task 50 where its model says nothing. */
    private static final int ABOVE_NORMAL = 51;

    private final ProcessEngine engine;

    TaskFilters(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Makes the filters in the order in which they are shown, or sets them right again; their names are for good. */
    void make() {
        make("審査", 0, of(REVIEWER), Set.of(REVIEWER));
        make("審査責任者", 10, of(SUPERVISOR), Set.of(SUPERVISOR));
        make("発送", 20, of(DISPATCH), Set.of(DISPATCH));
        make("コールセンター", 25, of(CALL_CENTRE), Set.of(CALL_CENTRE));
        make("運用", 27, of(OPERATOR), Set.of(OPERATOR));
        make("わたしの作業", 30, mine(), EVERYBODY);
        make("急ぎの作業", 40, urgent(), STAFF);
        make("期限を過ぎた作業", 50, overdue(), EVERYBODY);
    }

    /**
     * Of all that the reader may see, which the engine holds to their own and their group's, what goes before others.
     */
    private TaskQuery urgent() {
        return sorted(engine.getTaskService().createTaskQuery().taskMinPriority(ABOVE_NORMAL));
    }

    /** Likewise, what should have been done by now. */
    private TaskQuery overdue() {
        return sorted(engine.getTaskService().createTaskQuery().dueBeforeExpression("${now()}"));
    }

    private TaskQuery mine() {
        return sorted(engine.getTaskService().createTaskQuery().taskAssigneeExpression("${currentUser()}"));
    }

    private TaskQuery of(Role role) {
        return sorted(engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroup(role.group())
                .includeAssignedTasks());
    }

    private static TaskQuery sorted(TaskQuery query) {
        return query.orderByTaskPriority().desc().orderByDueDate().asc();
    }

    private void make(String name, int position, TaskQuery query, Set<Role> readers) {
        var filter = find(name);
        filter.setQuery(query);
        filter.setProperties(
                Map.of("priority", position, "refresh", true, "showUndefinedVariable", false, "variables", COLUMNS));
        engine.getFilterService().saveFilter(filter);
        readers.forEach(reader -> allow(reader, filter));
    }

    private Filter find(String name) {
        return engine.getFilterService().createFilterQuery().filterName(name).list().stream()
                .findFirst()
                .orElseGet(() -> engine.getFilterService().newTaskFilter(name));
    }

    private void allow(Role reader, Filter filter) {
        var granted = engine.getAuthorizationService()
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(reader.group())
                .resourceType(Resources.FILTER)
                .resourceId(filter.getId());
        if (granted.count() == 0) {
            var authorization = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(reader.group());
            authorization.setResource(Resources.FILTER);
            authorization.setResourceId(filter.getId());
            authorization.addPermission(Permissions.READ);
            engine.getAuthorizationService().saveAuthorization(authorization);
        }
    }
}
