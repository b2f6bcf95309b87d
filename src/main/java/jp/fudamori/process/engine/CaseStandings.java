package jp.fudamori.process.engine;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import jp.fudamori.account.AccountId;
import jp.fudamori.process.CaseStanding;
import jp.fudamori.process.CaseStanding.Place;
import jp.fudamori.process.OwnBehalf;
import jp.fudamori.process.TaskOvertaken;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;

/** Tells those who did a step of a case where the case stands now; they need no right to read the case itself. */
@Component
class CaseStandings {

    private final ProcessEngine engine;
    private final OwnBehalf own;
    private final OpenTasks tasks;

    CaseStandings(ProcessEngine engine, OwnBehalf own, OpenTasks tasks) {
        this.engine = engine;
        this.own = own;
        this.tasks = tasks;
    }

    /** Empty for a step that is, or was, not the user's own. */
    Optional<CaseStanding> ofTask(AccountId user, String taskId) {
        return own.ask(() -> Optional.ofNullable(engine.getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .taskId(taskId)
                        .taskAssignee(user.value())
                        .singleResult()))
                .map(task -> of(user, task.getProcessInstanceId(), task.getTaskDefinitionKey()));
    }

    /** Empty for a case that the user has not begun. */
    Optional<CaseStanding> ofCase(AccountId user, String caseId) {
        return own.ask(() -> Optional.ofNullable(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(caseId)
                        .startedBy(user.value())
                        .singleResult()))
                .map(file -> of(user, caseId, ""));
    }

    /** Returns what to throw for a step that the user does not have: it is done, or is none of theirs. */
    RuntimeException missing(AccountId user, String taskId) {
        return ofTask(user, taskId)
                .<RuntimeException>map(standing -> new TaskOvertaken("この画面の手続きは、すでに済んでいます。"))
                .orElseGet(() -> new NoSuchElementException("no task " + taskId));
    }

    CaseStanding of(AccountId user, String instance, String task) {
        var next = tasks.of(user).processInstanceId(instance).list().stream()
                .findFirst()
                .map(tasks::describe);
        return own.ask(() -> {
            var file = engine.getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceId(instance)
                    .singleResult();
            return new CaseStanding(
                    instance,
                    file.getProcessDefinitionKey(),
                    file.getProcessDefinitionName(),
                    task,
                    OpenTasks.numberOf(file.getBusinessKey()),
                    next,
                    file.getEndTime() != null,
                    places(file));
        });
    }

    /** Without the ends of embedded sub-processes, which end nothing but themselves. */
    private List<Place> places(HistoricProcessInstance file) {
        var model = engine.getRepositoryService().getBpmnModelInstance(file.getProcessDefinitionId());
        return elements(file)
                .map(id -> (FlowNode) model.getModelElementById(id))
                .filter(node -> file.getEndTime() == null || node.getParentElement() instanceof Process)
                .map(node -> new Place(node.getId(), node.getName() == null ? node.getId() : node.getName()))
                .toList();
    }

    private Stream<String> elements(HistoricProcessInstance file) {
        return file.getEndTime() == null
                ? engine.getRuntimeService().getActiveActivityIds(file.getId()).stream()
                        .filter(id -> !id.contains("#"))
                : engine
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(file.getId())
                        .activityType(ActivityTypes.END_EVENT_NONE)
                        .list()
                        .stream()
                        .map(HistoricActivityInstance::getActivityId);
    }
}
