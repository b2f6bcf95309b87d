package jp.fudamori.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.fudamori.Client;
import jp.fudamori.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class OpenApiIT {

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    /** The download page is none of them: it is for people, on a port of its own. */
    @Test
    void describesThePathsOfOurControllersAndNoOthers() throws Exception {
        assertThat(api().path("paths").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "/api/accounts",
                        "/api/accounts/migrated",
                        "/api/accounts/{id}/closed",
                        "/api/accounts/{id}/second-factor",
                        "/api/applications",
                        "/api/applications/{number}",
                        "/api/calendar/days",
                        "/api/calendar/days/{date}",
                        "/api/deadlines/moves",
                        "/api/deadlines/moves.csv",
                        "/api/deadlines/recount",
                        "/api/fees/months",
                        "/api/fees/months/{month}/closing",
                        "/api/fees/months/{month}/deduction.csv",
                        "/api/fees/months/{month}/invoice.csv",
                        "/api/fees/months/{month}/slips/{part}.pdf",
                        "/api/fees/months/{month}/summary.pdf",
                        "/api/fees/reconciliation",
                        "/api/fees/reconciliation.csv",
                        "/api/fees/{reference}/cancellation",
                        "/api/institutions",
                        "/api/institutions/endings",
                        "/api/letters/batches",
                        "/api/letters/batches/{number}",
                        "/api/letters/batches/{number}/letters",
                        "/api/letters/batches/{number}/posting-list",
                        "/api/letters/tracking-events",
                        "/api/letters/tracking-numbers",
                        "/api/letters/{number}",
                        "/api/qualifications",
                        "/api/qualifications/{number}",
                        "/api/renewal-campaign",
                        "/api/renewal-campaign/resume",
                        "/api/renewal-campaign/stop",
                        "/pki/ca/{issuer}.cer",
                        "/pki/cps.pdf",
                        "/pki/crl/{issuer}.crl",
                        "/pki/crl/{issuer}/{shard}.crl");
    }

    @Test
    void summarisesEachOperationInJapanese() throws Exception {
        assertThat(operations(api()))
                .allSatisfy(operation ->
                        assertThat(operation.path("summary").asText()).containsPattern("[ぁ-ん一-龠]"));
    }

    @Test
    void describesErrorsAsProblems() throws Exception {
        var api = api();

        assertThat(api.at("/components/schemas/ProblemDetail/properties").fieldNames())
                .toIterable()
                .contains("type", "title", "status", "detail", "instance");
        assertThat(api.at("/paths/~1api~1applications~1{number}/get/responses/404/content")
                        .toString())
                .contains("application/problem+json", "#/components/schemas/ProblemDetail")
                .doesNotContain("ApplicationStatus");
        assertThat(api.at("/paths/~1api~1accounts/post/responses/default/content")
                        .toString())
                .contains("application/problem+json", "#/components/schemas/ProblemDetail");
    }

    private static Stream<JsonNode> operations(JsonNode api) {
        return stream(api.path("paths")).flatMap(OpenApiIT::stream);
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private JsonNode api() throws Exception {
        return json.readTree(Client.anonymous(port).get("/v3/api-docs").body());
    }
}
