package jp.fudamori.process.callcentre;

import static java.util.stream.Collectors.joining;
import static jp.fudamori.process.ClinicStep.ACTOR;
import static jp.fudamori.process.ClinicStep.APPLICANT;

import java.util.List;
import jp.fudamori.account.AccountId;
import jp.fudamori.callcentre.CallReason;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.common.Refusal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * The open steps of clinics, and whose they are just now. A step lies with one side only: whoever does not have it does
 * not see it either. Two who work on the same step at once are told apart by its revision in the engine.
 */
@Component
class ClinicTasks {

    /** A variable holds 4,000 characters. */
    private static final int MOST_LISTED = 20;

    private final ProcessEngine engine;

    ClinicTasks(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * Hands every open step of the clinic to the staff, and with it what follows in the same process.
     *
     * @return the steps as a Markdown list, for the staff to read
     */
    String take(AccountId clinic, AccountId staff) {
        var open = engine.getTaskService()
                .createTaskQuery()
                .taskAssignee(clinic.value())
                .active()
                .orderByTaskCreateTime()
                .asc()
                .list();
        open.forEach(task -> {
            hand(task, clinic.value(), staff.value());
            setActor(task.getProcessInstanceId(), staff.value());
        });
        return describe(open);
    }

    /**
     * Gives everything that lies with the staff, or was begun by them, to the clinic that it is for.
     *
     * @throws Refusal {@code case-suspended}, because the engine lets nobody touch what was stopped
     */
    void giveBack(AccountId staff) {
        var instances = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .variableValueEquals(ACTOR.name(), staff.value())
                .list();
        if (instances.stream().anyMatch(ProcessInstance::isSuspended)) {
            throw new Refusal(CallReason.CASE_SUSPENDED, "運用担当が一時停止している手続きがあるため、電話を終了できません。再開を運用担当に依頼してください。");
        }
        instances.forEach(instance -> giveBack(instance.getId(), staff.value()));
    }

    private void giveBack(String instance, String staff) {
        var clinic = APPLICANT.type().cast(engine.getRuntimeService().getVariable(instance, APPLICANT.name()));
        engine.getTaskService().createTaskQuery().processInstanceId(instance).taskAssignee(staff).list().stream()
                .forEach(task -> hand(task, staff, clinic));
        setActor(instance, clinic);
    }

    private void setActor(String instance, String actor) {
        engine.getRuntimeService().setVariable(instance, ACTOR.name(), actor);
    }

    private void hand(Task task, String from, String to) {
        engine.getTaskService().setAssignee(task.getId(), to);
        // the engine grants an assignee rights, and never takes them away
        engine.getAuthorizationService()
                .createAuthorizationQuery()
                .userIdIn(from)
                .resourceType(Resources.TASK)
                .resourceId(task.getId())
                .list()
                .forEach(right -> engine.getAuthorizationService().deleteAuthorization(right.getId()));
    }

    private String describe(List<Task> taken) {
        if (taken.isEmpty()) {
            return "途中の手続きはありません。新しい手続きは「開始」から始めてください。";
        }
        var listed = taken.stream().limit(MOST_LISTED).map(this::describe).collect(joining("\n"));
        return taken.size() <= MOST_LISTED ? listed : listed + "\n- ほか%d件".formatted(taken.size() - MOST_LISTED);
    }

    private String describe(Task task) {
        var process = engine.getRepositoryService().getProcessDefinition(task.getProcessDefinitionId());
        return "- %s（%s、%sから）"
                .formatted(
                        task.getName(),
                        process.getName(),
                        JapaneseDates.moment(task.getCreateTime().toInstant()));
    }
}
