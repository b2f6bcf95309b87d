package jp.fudamori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ApplicationControllerIT {

    private static final LocalDateTime TEN_O_CLOCK = LocalDateTime.of(2026, 11, 20, 10, 0);

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

    @BeforeEach
    void setUp() {
        clock.standAt(TEN_O_CLOCK);
    }

    @Test
    void tellsAClinicWhereItsApplicationStands() {
        var clinic = people.clinic();
        var number = number(applications.submitted(clinic));

        var answer = clinic.basic(port).get("/api/applications/" + number);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body())
                .contains("\"number\":\"" + number, "\"state\":\"SUBMITTED\"", "\"stateName\":\"審査中\"")
                .contains("\"reviewDue\":\"2026-11-30\"", "\"submittedAt\":\"2026-11-20T10:00:00+09:00\"");
    }

    @ParameterizedTest
    @EnumSource(names = {"REVIEWER", "SUPERVISOR", "DISPATCH", "CALL_CENTRE", "OPERATOR"})
    void tellsStaffAboutTheApplicationsOfAllClinics(Role role) {
        clock.standAt(LocalDateTime.of(2040, 6, 4, 10, 0)); // later than those of other tests: the list has the newest
        var number = number(applications.submitted(people.clinic()));
        var somebody = people.staff(role).basic(port);

        assertThat(somebody.get("/api/applications/" + number).statusCode()).isEqualTo(200);
        assertThat(somebody.get("/api/applications").body()).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19990101-00001",
                "1",
                "20261120",
                "20261120-0000A",
                "%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%96%EF%BC%91%EF%BC%91%EF%BC%92%EF%BC%90-00001",
                "20261120-00001%00",
                "%3Cb%3E",
            })
    void answersAboutANumberNobodyHasAsAboutAnotherClinics(String unknown) {
        var stranger = people.clinic().basic(port);
        var others = number(applications.submitted(people.clinic()));

        var aboutOthers = stranger.get("/api/applications/" + others);
        var aboutNobodys = stranger.get("/api/applications/" + unknown);

        assertThat(aboutOthers.statusCode()).isEqualTo(404);
        assertThat(aboutOthers.body()).contains("見つかりません", "指定されたものはありません。");
        if (aboutNobodys.statusCode() != 400) { // an encoded control character ends before any controller
            assertThat(aboutNobodys.statusCode()).isEqualTo(404);
            assertThat(withoutPath(aboutNobodys.body())).isEqualTo(withoutPath(aboutOthers.body()));
        }
    }

    @Test
    void listsTheClinicsOwnNewestFirst() {
        var clinic = people.clinic();
        var first = number(applications.submitted(clinic));
        clock.standAt(TEN_O_CLOCK.plusHours(1));
        var second = number(applications.submitted(clinic));
        var others = number(applications.submitted(people.clinic()));

        var answer = clinic.basic(port).get("/api/applications");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body())
                .contains(first)
                .containsSubsequence(second, first)
                .doesNotContain(others);
    }

    @Test
    void listsAHundredAtMost() {
        var clinic = people.clinic();
        jdbc.sql("""
                insert into certificate_application (application_number, institution_code, applicant, contact_name,
                       submitted_at, promised_from, review_days, arrival_days, review_due, expected_arrival,
                       state)
                select to_char(day, 'YYYYMMDD') || '-00001', :code, :applicant, 'x', day, day, 5, 5, '2020-05-01',
                       '2020-05-01', 'submitted'
                  from generate_series(timestamptz '2020-01-01 10:00+09', '2020-04-10 10:00+09', '1 day') day
                """)
                .param("code", clinic.institution().value())
                .param("applicant", clinic.id().value())
                .update();
        jdbc.sql("""
                insert into application_line (application_number, line, terminal_name)
                select application_number, 1, 'x' from certificate_application where institution_code = :code
                """).param("code", clinic.institution().value()).update();

        var answer = clinic.basic(port).get("/api/applications").body();

        assertThat(answer.split("\"number\"", -1)).hasSize(101);
        assertThat(answer).contains("20200410-").doesNotContain("20200101-");
    }

    @ParameterizedTest
    @EnumSource(names = {"ANALYST"})
    void isNotForAnalysts(Role role) {
        assertThat(people.staff(role).basic(port).get("/api/applications").statusCode())
                .isEqualTo(403);
    }

    @Test
    void tellsWhyAnApplicationWasRejected() {
        var clinic = people.clinic();
        var number = number(applications.rejected(clinic, "登録内容と一致しません。"));

        assertThat(clinic.basic(port).get("/api/applications/" + number).body())
                .contains("\"state\":\"REJECTED\"", "\"rejectionReason\":\"登録内容と一致しません。\"");
    }

    private String number(ProcessInstance instance) {
        return String.valueOf(applications.number(instance));
    }

    private static String withoutPath(String problem) {
        return problem.replaceFirst("\"instance\":\"[^\"]*\"", "");
    }
}
