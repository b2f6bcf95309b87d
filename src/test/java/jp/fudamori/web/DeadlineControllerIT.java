package jp.fudamori.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalDateTime;
import jp.fudamori.DatabaseContents;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import jp.fudamori.calendar.CalendarDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In a year of its own, in which the deadlines of all other tests have passed. */
@ServerTest
class DeadlineControllerIT {

    private static final String DAYS = "/api/calendar/days";
    private static final String CLOSED = "{\"date\": \"2033-06-08\", \"open\": false, \"name\": \"臨時休業日\"}";

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications cases;

    @Autowired
    CalendarDesk calendar;

    @Autowired
    MovableClock clock;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void onAMonday() {
        clock.standAt(LocalDateTime.of(2033, 6, 6, 10, 0));
    }

    @AfterEach
    void withdraw() {
        calendar.withdraw(LocalDate.of(2033, 6, 8), "operator1");
    }

    @Test
    void anOperatorClosesADaySeesWhatMovesAndMovesIt() throws Exception {
        var number = cases.number(cases.submitted(people.clinic()));
        var operator = people.staff(Role.OPERATOR).basic(port);

        assertThat(operator.post(DAYS, CLOSED).statusCode()).isEqualTo(204);
        assertThat(operator.get(DAYS).body()).contains("{\"date\":\"2033-06-08\",\"open\":false,\"name\":\"臨時休業日\"}");
        var moves = json.readTree(operator.get("/api/deadlines/moves").body());
        assertThat(moves.path("total").asInt()).isOne();
        assertThat(moves.path("moves").get(0).path("applicationNumber").asText())
                .isEqualTo(number.value());
        assertThat(moves.path("moves").get(0).path("newReviewDue").asText()).isEqualTo("2033-06-14");
        var sheet = operator.get("/api/deadlines/moves.csv");
        assertThat(sheet.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(sheet.body()).contains("受付番号", number + ",", "2033年6月13日（月）,2033年6月14日（火）");

        var order = "{\"token\": \"%s\", \"reason\": \"臨時休業日のためです。\"}"
                .formatted(moves.path("token").asText());
        var answer = operator.post("/api/deadlines/recount", order);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"remaining\":0}");

        var again = operator.post("/api/deadlines/recount", order);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("deadlines-changed", "1件も変更していません");
        assertThat(json.readTree(people.staff(Role.REVIEWER)
                                .basic(port)
                                .get("/api/applications/" + number)
                                .body())
                        .toString())
                .contains("2033-06-14")
                .doesNotContain("2033-06-13");
        assertThat(operator.call("DELETE", DAYS + "/2033-06-08", "").statusCode())
                .isEqualTo(204);
        assertThat(operator.call("DELETE", DAYS + "/2033-06-08", "").statusCode())
                .isEqualTo(204);
        assertThat(operator.get(DAYS).body()).doesNotContain("2033-06-08");
        assertThat(json.readTree(operator.get("/api/deadlines/moves").body())
                        .path("total")
                        .asInt())
                .as("no promise becomes an earlier one")
                .isZero();
    }

    @Test
    void aQualificationApplicationStandsInTheListWithoutAnArrival() throws Exception {
        var clinic = people.clinic();
        var number = cases.qualification(clinic);
        var operator = people.staff(Role.OPERATOR).basic(port);
        operator.post(DAYS, CLOSED);

        var moves = json.readTree(operator.get("/api/deadlines/moves").body());
        var sheet = operator.get("/api/deadlines/moves.csv").body();
        operator.post(
                "/api/deadlines/recount",
                "{\"token\": \"%s\", \"reason\": \"臨時休業日のためです。\"}"
                        .formatted(moves.path("token").asText()));

        assertThat(moves.path("total").asInt()).isOne();
        assertThat(moves.path("moves").get(0).has("oldExpectedArrival")).isFalse();
        assertThat(sheet).contains(number + "," + clinic.institution() + ",2033年6月13日（月）,2033年6月14日（火）,,");
        assertThat(people.staff(Role.REVIEWER)
                        .basic(port)
                        .get("/api/qualifications/" + number)
                        .body())
                .contains("\"reviewDue\":\"2033-06-14\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400",
                "[] | 400",
                "x | 400",
                "{\"date\": \"2033-02-30\", \"open\": false, \"name\": \"休業日\"} | 400",
                "{\"date\": \"2033-06-08\", \"name\": \"休業日\"} | 400",
                "{\"date\": \"2033-06-08\", \"open\": \"閉庁\", \"name\": \"休業日\"} | 400",
                "{\"date\": \"2100-01-01\", \"open\": false, \"name\": \"休業日\"} | 422",
                "{\"date\": \"1979-12-31\", \"open\": false, \"name\": \"休業日\"} | 422",
                "{\"date\": \"2033-06-08\", \"open\": false, \"name\": \" \"} | 422",
                "{\"date\": \"2033-06-08\", \"open\": false, \"name\": \"<b>\"} | 422",
                "{\"date\": \"2033-06-08\", \"open\": false, \"name\": \"休\\n業\"} | 422",
            })
    void aDayThatIsNoneChangesNothing(String body, int status) {
        var operator = people.staff(Role.OPERATOR).basic(port);
        var before = DatabaseContents.of(jdbc);

        var answer = operator.post(DAYS, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400",
                "{\"token\": \"x\"} | 400",
                "{\"token\": \"x\", \"reason\": \"休業日のためです。\"} | 422",
                "{\"token\": \"\", \"reason\": \"\"} | 422",
            })
    void aRecountOfAnotherListChangesNothing(String body, int status) {
        var operator = people.staff(Role.OPERATOR).basic(port);
        var before = DatabaseContents.of(jdbc);

        assertThat(operator.post("/api/deadlines/recount", body).statusCode()).isEqualTo(status);

        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void onlyOperatorsMayDoAnyOfThis(Role role) {
        var http = people.somebody(role).basic(port);
        var may = role == Role.OPERATOR;
        var before = DatabaseContents.of(jdbc);

        assertThat(http.get(DAYS).statusCode()).isEqualTo(may ? 200 : 403);
        assertThat(http.get("/api/deadlines/moves").statusCode()).isEqualTo(may ? 200 : 403);
        assertThat(http.get("/api/deadlines/moves.csv").statusCode()).isEqualTo(may ? 200 : 403);
        assertThat(http.post(DAYS, "{}").statusCode()).isEqualTo(may ? 400 : 403);
        assertThat(http.post("/api/deadlines/recount", "{}").statusCode()).isEqualTo(may ? 400 : 403);
        assertThat(http.call("DELETE", DAYS + "/2033-06-09", "").statusCode()).isEqualTo(may ? 204 : 403);
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }
}
