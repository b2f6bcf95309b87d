package jp.fudamori.process.engine;

import static jp.fudamori.account.Role.ADMINISTRATOR;
import static jp.fudamori.account.Role.ANALYST;
import static jp.fudamori.account.Role.CALL_CENTRE;
import static jp.fudamori.account.Role.CLINIC;
import static jp.fudamori.account.Role.DISPATCH;
import static jp.fudamori.account.Role.OPERATOR;
import static jp.fudamori.account.Role.REVIEWER;
import static jp.fudamori.account.Role.SUPERVISOR;
import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.BATCH;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * What each group may do in the engine beyond its own tasks; those bring their own rights, for the assignee and for the
 * candidate group. Nobody but administrators deploys, makes filters, or reads another's task.
 */
final class GroupRights {

    private static final String TASKLIST = "tasklist";
    private static final String COCKPIT = "cockpit";
    private static final String CERTIFICATE_APPLICATION = "certificate-application";
    private static final String QUALIFICATION_APPLICATION = "qualification-application";
    private static final String APPLICATION_CANCELLATION = "application-cancellation";
    private static final String QUALIFICATION_WITHDRAWAL = "qualification-withdrawal";
    private static final String CERTIFICATE_REVOCATION = "certificate-revocation";
    private static final String CERTIFICATE_RENEWAL = "certificate-renewal";
    private static final String CERTIFICATE_REISSUE = "certificate-reissue";
    private static final String INSTITUTION_SUCCESSION = "institution-succession";
    private static final String NOTICE_DELIVERY = "notice-delivery";
    private static final String MAIL_DELIVERY = "mail-delivery";
    private static final String ACCOUNT_OPENING = "account-opening";
    private static final String PHONE_CALL = "phone-call";
    private static final String DEADLINE_RECOUNT = "deadline-recount";

    private final AuthorizationService authorizations;

    GroupRights(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** Grants what is missing, corrects what differs, and leaves what administrators granted besides. */
    void grant() {
        rights().forEach(this::grant);
    }

    private static Stream<Right> rights() {
        return Stream.of(clinic(), staff(), officers(), callCentre(), operator(), analyst(), administrator())
                .flatMap(List::stream);
    }

    private static List<Right> clinic() {
        return List.of(
                new Right(CLINIC, APPLICATION, TASKLIST, ACCESS),
                starting(CLINIC, CERTIFICATE_APPLICATION),
                starting(CLINIC, QUALIFICATION_APPLICATION),
                starting(CLINIC, APPLICATION_CANCELLATION),
                starting(CLINIC, QUALIFICATION_WITHDRAWAL),
                starting(CLINIC, CERTIFICATE_REVOCATION),
                starting(CLINIC, CERTIFICATE_REISSUE),
                new Right(CLINIC, PROCESS_DEFINITION, CERTIFICATE_RENEWAL, READ), // the campaign starts it
                new Right(CLINIC, PROCESS_INSTANCE, ANY, CREATE));
    }

    private static Right starting(Role role, String process) {
        return new Right(role, PROCESS_DEFINITION, process, READ, ProcessDefinitionPermissions.CREATE_INSTANCE);
    }

    private static List<Right> staff() {
        return Stream.of(REVIEWER, SUPERVISOR, DISPATCH)
                .flatMap(role -> Stream.of(
                        new Right(role, APPLICATION, TASKLIST, ACCESS),
                        following(role, CERTIFICATE_APPLICATION),
                        following(role, QUALIFICATION_APPLICATION),
                        following(role, NOTICE_DELIVERY)))
                .toList();
    }

    /** Ask for a revocation, which another of them must agree to. */
    private static List<Right> officers() {
        return Stream.of(REVIEWER, SUPERVISOR)
                .flatMap(role -> Stream.of(
                        startingAndFollowing(role, CERTIFICATE_REVOCATION),
                        following(role, CERTIFICATE_REISSUE),
                        new Right(role, PROCESS_INSTANCE, ANY, CREATE)))
                .toList();
    }

    /**
     * Follows like all staff, and starts what clinics start; for which clinic, and whether for any, is its call's
     * matter.
     */
    private static List<Right> callCentre() {
        return List.of(
                new Right(CALL_CENTRE, APPLICATION, TASKLIST, ACCESS),
                startingAndFollowing(CALL_CENTRE, PHONE_CALL),
                startingAndFollowing(CALL_CENTRE, CERTIFICATE_APPLICATION),
                startingAndFollowing(CALL_CENTRE, QUALIFICATION_APPLICATION),
                startingAndFollowing(CALL_CENTRE, APPLICATION_CANCELLATION),
                startingAndFollowing(CALL_CENTRE, QUALIFICATION_WITHDRAWAL),
                startingAndFollowing(CALL_CENTRE, CERTIFICATE_REVOCATION),
                startingAndFollowing(CALL_CENTRE, CERTIFICATE_REISSUE),
                following(CALL_CENTRE, CERTIFICATE_RENEWAL),
                following(CALL_CENTRE, INSTITUTION_SUCCESSION),
                following(CALL_CENTRE, NOTICE_DELIVERY),
                following(CALL_CENTRE, MAIL_DELIVERY),
                following(CALL_CENTRE, ACCOUNT_OPENING),
                new Right(CALL_CENTRE, PROCESS_INSTANCE, ANY, CREATE));
    }

    private static Right startingAndFollowing(Role role, String process) {
        return new Right(
                role,
                PROCESS_DEFINITION,
                process,
                READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.CREATE_INSTANCE);
    }

    /** Sees where each application stands, without what is written in it: that comes with a task only. */
    private static Right following(Role role, String process) {
        return new Right(role, PROCESS_DEFINITION, process, READ, ProcessDefinitionPermissions.READ_INSTANCE);
    }

    /** Looks at everything and sets going again what broke, but changes neither the way nor the content of a case. */
    private static List<Right> operator() {
        return List.of(
                new Right(OPERATOR, APPLICATION, TASKLIST, ACCESS),
                new Right(OPERATOR, APPLICATION, COCKPIT, ACCESS),
                new Right(
                        OPERATOR,
                        PROCESS_DEFINITION,
                        ANY,
                        READ,
                        ProcessDefinitionPermissions.READ_TASK,
                        ProcessDefinitionPermissions.READ_TASK_VARIABLE,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                        ProcessDefinitionPermissions.READ_HISTORY,
                        ProcessDefinitionPermissions.READ_HISTORY_VARIABLE,
                        ProcessDefinitionPermissions.RETRY_JOB,
                        ProcessDefinitionPermissions.SUSPEND_INSTANCE),
                new Right(
                        OPERATOR,
                        PROCESS_DEFINITION,
                        DEADLINE_RECOUNT,
                        READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.CREATE_INSTANCE),
                new Right(OPERATOR, TASK, ANY, READ), // Cockpit's totals ask for it; they may read each task already
                new Right(OPERATOR, PROCESS_INSTANCE, ANY, CREATE),
                new Right(OPERATOR, DECISION_DEFINITION, ANY, READ, READ_HISTORY),
                new Right(OPERATOR, DECISION_REQUIREMENTS_DEFINITION, ANY, READ),
                new Right(OPERATOR, DEPLOYMENT, ANY, READ),
                new Right(OPERATOR, BATCH, ANY, READ, BatchPermissions.CREATE_BATCH_SET_JOB_RETRIES));
    }

    /** Sees how processes run, not what is written in them. */
    private static List<Right> analyst() {
        return List.of(
                new Right(ANALYST, APPLICATION, COCKPIT, ACCESS),
                new Right(
                        ANALYST,
                        PROCESS_DEFINITION,
                        ANY,
                        READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.READ_HISTORY),
                new Right(ANALYST, DECISION_DEFINITION, ANY, READ, READ_HISTORY),
                new Right(ANALYST, DECISION_REQUIREMENTS_DEFINITION, ANY, READ),
                new Right(ANALYST, DEPLOYMENT, ANY, READ));
    }

    private static List<Right> administrator() {
        return Arrays.stream(Resources.values())
                .map(resource -> new Right(ADMINISTRATOR, resource, ANY, ALL))
                .toList();
    }

    private void grant(Right right) {
        var authorization = find(right);
        authorization.setPermissions(right.permissions());
        authorizations.saveAuthorization(authorization);
    }

    private Authorization find(Right right) {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(right.role().group())
                .resourceType(right.resource())
                .resourceId(right.resourceId())
                .list()
                .stream()
                .findFirst()
                .orElseGet(() -> create(right));
    }

    private Authorization create(Right right) {
        var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(right.role().group());
        authorization.setResource(right.resource());
        authorization.setResourceId(right.resourceId());
        return authorization;
    }

    private record Right(Role role, Resource resource, String resourceId, Permission... permissions) {}
}
