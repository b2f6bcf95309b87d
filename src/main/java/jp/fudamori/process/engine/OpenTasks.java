package jp.fudamori.process.engine;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.fudamori.account.AccountId;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.process.OpenTask;
import jp.fudamori.process.OwnBehalf;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps that wait for somebody, in words. */
@Component
class OpenTasks {

    private static final Pattern NUMBER = Pattern.compile("[A-Z]?[0-9]{8}-[0-9]{5}(-[0-9]{2})?");

    private final ProcessEngine engine;
    private final OwnBehalf own;

    OpenTasks(ProcessEngine engine, OwnBehalf own) {
        this.engine = engine;
        this.own = own;
    }

    TaskQuery of(AccountId user) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskAssignee(user.value())
                .active()
                .orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .desc();
    }

    OpenTask describe(Task task) {
        var model = engine.getRepositoryService().getProcessDefinition(task.getProcessDefinitionId());
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                model.getKey(),
                model.getName(),
                number(task.getProcessInstanceId()),
                task.getCreateTime().toInstant(),
                Optional.ofNullable(task.getDueDate())
                        .map(due -> due.toInstant().atZone(JapaneseDates.TOKYO).toLocalDate()));
    }

    /** Until a case has its number, its business key is that of a draft, which says nothing to people. */
    static Optional<String> numberOf(@Nullable String businessKey) {
        return Optional.ofNullable(businessKey)
                .filter(key -> NUMBER.matcher(key).matches());
    }

    /** Who has a step knows its number; to read the case itself they have no right. */
    private Optional<String> number(String instance) {
        return own.ask(() -> {
            var open = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceId(instance)
                    .singleResult();
            @Nullable String key = open == null ? null : open.getBusinessKey();
            return numberOf(key);
        });
    }
}
