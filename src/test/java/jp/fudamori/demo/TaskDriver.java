package jp.fudamori.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Works through the tasks of one application as different people do, over {@code /engine-rest}. */
public final class TaskDriver {

    private final Function<String, WebClient> engine;
    private String query = "";

    /** @param engine gives the engine as the account of that id sees it */
    public TaskDriver(Function<String, WebClient> engine) {
        this.engine = engine;
    }

    /** Starts the process as that account and returns the id of the instance. */
    public String start(String account, String process) {
        return start(account, process, Map.of());
    }

    /** Starts the process with what that account enters in its start form. */
    public String start(String account, String process, Map<String, ?> fields) {
        var instance = engine.apply(account)
                .post("/process-definition/key/%s/start".formatted(process), Map.of("variables", variables(fields)))
                .get("id")
                .textValue();
        query = "processInstanceId=" + instance;
        return instance;
    }

    /** From now on finds the tasks of this process. */
    void followInstance(String instance) {
        query = "processInstanceId=" + instance;
    }

    /** From now on finds the tasks by business key, also those of processes that the first one called. */
    public void follow(String businessKey) {
        query = "processInstanceBusinessKey=" + businessKey;
    }

    /** Waits for the task, claims it where nobody has it yet, and submits its form. */
    public void complete(String account, String task, Map<String, ?> fields) {
        var client = engine.apply(account);
        var found = await(account, task);
        if (found.get("assignee").isNull()) {
            client.post("/task/%s/claim".formatted(found.get("id").textValue()), Map.of("userId", account));
        }
        client.post(
                "/task/%s/submit-form".formatted(found.get("id").textValue()), Map.of("variables", variables(fields)));
    }

    /** Waits until that account sees the task. */
    public JsonNode await(String account, String task) {
        var path = "/task?maxResults=1&%s&taskDefinitionKey=%s".formatted(query, task);
        return Patience.await(
                "タスク %s が %s に届きません。".formatted(task, account),
                () -> Optional.ofNullable(engine.apply(account).get(path).get(0)));
    }

    /** Returns what the form of a task offers in a field before anybody types. */
    String offered(String account, String task, String field) {
        var path = "/task/%s/form-variables?variableNames=%s"
                .formatted(await(account, task).get("id").textValue(), field);
        return engine.apply(account).get(path).get(field).get("value").textValue();
    }

    /** Returns the Japanese names of the tasks that are open, as the account sees them. */
    String openTasks(String account) {
        var tasks = engine.apply(account).get("/task?maxResults=20&" + query);
        return StreamSupport.stream(tasks.spliterator(), false)
                .map(task -> task.get("name").textValue())
                .collect(Collectors.joining("、"));
    }

    private static Map<String, Map<String, ?>> variables(Map<String, ?> fields) {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> Map.of("value", field.getValue())));
    }
}
