package jp.fudamori.process.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.fudamori.Client;
import jp.fudamori.DatabaseContents;
import jp.fudamori.InvariantChecker;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is sent for a task over HTTP and no table of wrong values knows, as {@code FormBadInputIT} has one: rules of the
 * domain, types, bodies that are no form, races. Each is a 4xx with a Japanese sentence, and nothing has changed.
 */
@ServerTest
class BadInputIT {

    private static final String OK = "{\"value\": \"受付\"}";

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications applications;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @BeforeEach
    void setUp() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    /** The name of a type can be sent along; it makes nothing of a value that the form does not ask for. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("typedValues")
    void refusesAValueOfAnotherType(String what, String value) {
        var clinic = people.clinic();
        var task = clinic.taskId(applications.opened(clinic), "enterApplication");

        refused(clinic.basic(port), task, "\"contactName\": %s, \"terminalNames\": %s".formatted(value, OK), "文字で入力");
    }

    static Stream<Arguments> typedValues() {
        return Stream.of(
                arguments("a day", "{\"value\": \"2026-11-20T00:00:00.000+0900\", \"type\": \"Date\"}"),
                arguments("a file", "{\"value\": \"eA==\", \"type\": \"File\", \"valueInfo\": {\"filename\": \"x\"}}"),
                arguments("an object", """
                        {"value": "{}", "type": "Object", "valueInfo":
                          {"objectTypeName": "java.util.HashMap", "serializationDataFormat": "application/json"}}
                        """));
    }

    @Test
    void refusesARejectionWithoutAReason() {
        var task = people.reviewer().taskId(applications.submitted(people.clinic()), "reviewApplication");

        refused(people.reviewer().basic(port), task, "\"decision\": {\"value\": \"reject\"}", "理由を入力してください");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2026-11-20, 必須項目です",
        "319-12-34567, 2026-11-20, 11桁",
        "abc, 2026-11-20, 11桁",
        "<b>, 2026-11-20, 11桁",
        "319-12-34567-89, 2026-11-20, 11桁",
        "400-00-00001-5, 2026-11-20, 検査数字",
        "４００-００-００００１-５, 2026-11-20, 検査数字",
        "400-00-00001-4, '', 必須項目です",
        "400-00-00001-4, 2026-11-21, 未来の日付",
        "400-00-00001-4, 2026-11-19, 以後の日付",
        "400-00-00001-4, 2026-02-30, 日付を",
        "400-00-00001-4, yesterday, 日付を",
        "400-00-00001-4, 20261120, 日付を",
    })
    void refusesAWrongPosting(String trackingNumber, String postedOn, String message) {
        var task = people.dispatch().taskId(applications.printed(), "postLetter");

        refused(people.dispatch().basic(port), task, posting(trackingNumber, postedOn), message);
    }

    @Test
    void readsFullWidthDigitsOfATrackingNumberAndADate() {
        var notice = applications.printed();

        var answer = complete(
                people.dispatch().basic(port),
                people.dispatch().taskId(notice, "postLetter"),
                posting("４０１－００－００００１－０", "２０２６－１１－２０"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(jdbc.sql("""
                        select tracking_number || ' ' || posted_on
                          from letter_posting join letter using (letter_number)
                         where application_number = :number
                        """)
                        .param("number", applications.number(notice).value())
                        .query(String.class)
                        .single())
                .isEqualTo("401-00-00001-0 2026-11-20");
    }

    private static String posting(String trackingNumber, String postedOn) {
        return "\"trackingNumber\": {\"value\": \"%s\"}, \"postedOn\": {\"value\": \"%s\"}"
                .formatted(trackingNumber, postedOn);
    }

    @Test
    void startsNoApplicationForAnInstitutionThatIsNotRegistered() {
        var clinic = people.clinicNotInRegistry();
        var before = DatabaseContents.of(jdbc);

        var answer = clinic.basic(port).post("/engine-rest/process-definition/key/certificate-application/start", "{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer)).startsWith("医療機関コード " + clinic.institution() + " は登録されていません。");
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} as {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "not JSON           | application/json | 400",
                "{\"variables\":    | application/json | 400",
                "[]                 | application/json | 400",
                "{\"variables\": 5} | application/json | 400",
                "{\"unknown\": {}}  | application/json | 400",
                "{}                 | text/plain       | 415",
                "<variables/>       | application/xml  | 415",
            })
    void refusesWhatIsNoFormAtAll(String body, String contentType, int status) {
        var clinic = people.clinic();
        var task = clinic.taskId(applications.entered(clinic), "confirmApplication");
        var before = DatabaseContents.of(jdbc);

        for (var way : new String[] {"complete", "submit-form"}) {
            var answer = clinic.basic(port).post("/engine-rest/task/%s/%s".formatted(task, way), body, contentType);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(message(answer)).containsPattern("[ぁ-ん]");
        }
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @Test
    void completesATaskOnce() {
        var clinic = people.clinic();
        var task = clinic.taskId(applications.entered(clinic), "confirmApplication");
        var submit = "\"action\": {\"value\": \"submit\"}";

        assertThat(complete(clinic.basic(port), task, submit).statusCode()).isEqualTo(204);

        refused(clinic.basic(port), task, submit, "すでに");
        assertThat(jdbc.sql("select count(*) from certificate_application where institution_code = :code")
                        .param("code", clinic.institution().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @RepeatedTest(20)
    void ofTwoReviewersAtOnceOneDecidesAndTheOtherIsTold() {
        var instance = applications.submitted(people.clinic());
        var task = people.reviewer().taskId(instance, "reviewApplication");
        var number = applications.number(instance).value();
        var atOnce = new CyclicBarrier(2);

        var answers = Stream.of("'approve'", "'reject'}, 'reason': {'value': '却下'")
                .map(decision -> "'decision': {'value': %s}".formatted(decision).replace('\'', '"'))
                .map(decision -> CompletableFuture.supplyAsync(() -> {
                    var reviewer = people.staff(Role.REVIEWER).basic(port);
                    meet(atOnce);
                    return complete(reviewer, task, decision);
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 400);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 400)
                .allSatisfy(
                        answer -> assertThat(message(answer)).contains("すでに").doesNotContain("Cannot"));
        assertThat(jdbc.sql("""
                select count(*) from certificate_application where application_number = :number and state <> 'submitted'
                """).param("number", number).query(Integer.class).single())
                .isOne();
        assertThat(DatabaseContents.audited("application-approved", number, jdbc)
                        + DatabaseContents.audited("application-rejected", number, jdbc))
                .isOne();
    }

    @RepeatedTest(20)
    void aReviewersDoubleClickDecidesOnce() {
        var instance = applications.submitted(people.clinic());
        var task = people.reviewer().taskId(instance, "reviewApplication");
        var number = applications.number(instance);
        var atOnce = new CyclicBarrier(2);

        var answers = Stream.of(1, 2)
                .map(click -> CompletableFuture.supplyAsync(() -> {
                    var reviewer = people.reviewer().basic(port);
                    meet(atOnce);
                    return complete(reviewer, task, "\"decision\": {\"value\": \"approve\"}");
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 400);
        assertThat(DatabaseContents.audited("application-approved", number.value(), jdbc))
                .isOne();
        applications.runJobs(instance, "vetCertificate");
        applications.runJobs(instance, "signCertificate");
        assertThat(InvariantChecker.of(database).violations(Set.of(number))).isEmpty();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both doors say the same, in Japanese alone, and nothing has changed. */
    private void refused(Client client, String task, String variables, String message) {
        var before = DatabaseContents.of(jdbc);

        assertThat(Stream.of(complete(client, task, variables), submit(client, task, variables)))
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
                    assertThat(message(answer)).contains(message).doesNotContain("Cannot");
                });
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    private static HttpResponse<String> complete(Client client, String task, String variables) {
        return client.post(
                "/engine-rest/task/%s/complete".formatted(task), "{\"variables\": {%s}}".formatted(variables));
    }

    private static HttpResponse<String> submit(Client client, String task, String variables) {
        return client.post(
                "/engine-rest/task/%s/submit-form".formatted(task), "{\"variables\": {%s}}".formatted(variables));
    }

    private static String message(HttpResponse<String> answer) {
        return answer.body().replaceFirst("(?s).*\"message\":\"(.*?)\",\"code\".*", "$1");
    }
}
