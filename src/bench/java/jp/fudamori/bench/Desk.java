package jp.fudamori.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import jp.fudamori.Client;
import jp.fudamori.bench.Office.NewAccount;

/** Somebody at Tasklist: sends the requests that its pages send, without the pages themselves. */
record Desk(NewAccount account, Client client) {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    /** Starts an application and returns the id of its process. */
    String start(String process) {
        var answer = post("/process-definition/key/%s/submit-form".formatted(process), Map.of("variables", Map.of()));
        return Json.read(answer).get("id").textValue();
    }

    /** The open tasks that this person sees. */
    JsonNode tasks(String query) {
        return Json.read(get(ENGINE + "/task?" + query));
    }

    /** Takes a task that belongs to nobody, and submits its form. */
    void complete(JsonNode task) {
        var path = "/task/" + task.get("id").textValue();
        if (task.get("assignee").isNull()) {
            post(path + "/claim", account.asUser());
        }
        post(
                path + "/submit-form",
                Map.of("variables", variables(task.get("taskDefinitionKey").textValue())));
    }

    private static Map<String, ?> variables(String task) {
        return Forms.fieldsOf(task).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> Map.of("value", field.getValue())));
    }

    String get(String path) {
        return body(client.get(path));
    }

    private String post(String path, Object body) {
        return body(client.post(ENGINE + path, Json.write(body)));
    }

    private static String body(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("%s: %d %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
        }
        return answer.body();
    }
}
