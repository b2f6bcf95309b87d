package jp.fudamori.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalDateTime;
import jp.fudamori.Client;
import jp.fudamori.DatabaseContents;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.fee.FeeKind;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.institution.Qualification;
import jp.fudamori.institution.Qualification.PaymentMethod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class FeeControllerIT {

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications applications;

    @Autowired
    InstitutionRegistry registry;

    @Autowired
    FeeDesk fees;

    @Autowired
    MovableClock clock;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    /** In May 2026, which no other test uses: a month is closed for good. */
    @Test
    void aSupervisorClosesAMonthAndTakesItsFiles() throws Exception {
        var deducted = people.clinic();
        var invoiced = people.clinic();
        registry.accept(new Qualification(invoiced.institution(), LocalDate.of(2026, 4, 1), PaymentMethod.INVOICE));
        clock.standAt(LocalDateTime.of(2026, 5, 20, 10, 0));
        post(deducted, "20260520-99001");
        post(invoiced, "20260520-99002");
        clock.standAt(LocalDateTime.of(2026, 6, 1, 9, 0));
        var supervisor = people.staff(Role.SUPERVISOR);
        var http = supervisor.basic(port);

        var closed = http.post("/api/fees/months/2026-05/closing", "");
        var again = http.post("/api/fees/months/2026-05/closing", "");

        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(200);
        assertThat(json.readTree(closed.body()).path("by").asText())
                .isEqualTo(supervisor.id().value());
        assertThat(json.readTree(closed.body()).path("collectionMonth").asText())
                .isEqualTo("2026-07");
        assertThat(json.readTree(closed.body()).path("paymentDue").asText()).isEqualTo("2026-07-31");
        assertThat(again.body()).isEqualTo(closed.body());
        assertThat(DatabaseContents.audited("fee-month-closed", "2026-05", jdbc))
                .isOne();
        var deduction = http.get("/api/fees/months/2026-05/deduction.csv");
        assertThat(deduction.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(deduction.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("attachment", "fee-deduction-2026-05.csv"));
        assertThat(deduction.body())
                .contains("20260520-99001-01", deducted.institution().value())
                .doesNotContain("20260520-99002-01");
        assertThat(http.get("/api/fees/months/2026-05/invoice.csv").body()).contains("20260520-99002-01");
        assertThat(http.get("/api/fees/months/2026-05/summary.pdf").body()).startsWith("%PDF");
        assertThat(http.get("/api/fees/months/2026-05/slips/1.pdf").body()).startsWith("%PDF");
        assertThat(http.get("/api/fees/months/2026-05/slips/2.pdf").body()).contains("\"code\":\"no-slips\"");
        assertThat(people.staff(Role.OPERATOR)
                        .basic(port)
                        .get("/api/fees/months")
                        .body())
                .contains("{\"month\":\"2026-05\",\"posted\":2,\"cancelled\":0,\"amountYen\":3000,\"slipParts\":1,");
    }

    @Test
    void aSupervisorCancelsAFeeForAReason() throws Exception {
        var reference = "20261120-99003-01";
        post(people.clinic(), "20261120-99003");
        var supervisor = people.staff(Role.SUPERVISOR).basic(port);
        var path = "/api/fees/" + reference + "/cancellation";

        assertThat(supervisor.post(path, "{\"reason\": \"二重申請のため\"}").statusCode())
                .isEqualTo(204);
        assertThat(supervisor.post(path, "{\"reason\": \"二重申請のため\"}").statusCode())
                .isEqualTo(204);

        assertThat(DatabaseContents.audited("fee-cancelled", reference, jdbc)).isOne();
        var unknown = supervisor.post("/api/fees/20261120-99999-01/cancellation", "{\"reason\": \"誤り\"}");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("fee-not-posted", "計上されていません");
        assertThat(supervisor.post(path, "{}").statusCode()).isEqualTo(400);
        assertThat(supervisor.post(path, "{\"reason\": \"<b>\"}").body()).contains("reason-not-allowed");
    }

    @Test
    void anIssuedApplicationIsNoFindingAndAFeeWithoutCertificateIsOne() throws Exception {
        var issued = applications.number(applications.application());
        post(people.clinic(), "20261120-99004");
        var operator = people.staff(Role.OPERATOR).basic(port);

        var report = json.readTree(operator.get("/api/fees/reconciliation").body());
        var sheet = operator.get("/api/fees/reconciliation.csv").body();

        assertThat(report.path("issued").asInt()).isPositive();
        assertThat(report.path("counts").path("FEE_WITHOUT_CERTIFICATE").asInt())
                .isPositive();
        assertThat(sheet).contains("20261120-99004-01,FEE_WITHOUT_CERTIFICATE").doesNotContain(issued.value());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11, month-not-over, まだ終わっていない",
        "2099-12, month-not-over, まだ終わっていない",
    })
    void aMonthThatIsNotOverIsNotClosed(String month, String code, String told) {
        var supervisor = people.staff(Role.SUPERVISOR).basic(port);
        var before = DatabaseContents.of(jdbc);

        var answer = supervisor.post("/api/fees/months/" + month + "/closing", "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(code, told);
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "x", "1999-12", "%2B999999999-01", "2026-11-01"})
    void aMonthIsAMonth(String month) {
        var http = people.staff(Role.SUPERVISOR).basic(port);

        assertThat(http.post("/api/fees/months/" + month + "/closing", "").statusCode())
                .isEqualTo(400);
        assertThat(http.get("/api/fees/months/" + month + "/summary.pdf").statusCode())
                .isEqualTo(400);
        assertThat(http.get("/api/fees/months/2026-11/slips/0.pdf").statusCode())
                .isIn(400, 422);
    }

    @ParameterizedTest
    @EnumSource
    void onlySupervisorsAndOperatorsReadAndOnlySupervisorsChange(Role role) {
        var http = people.somebody(role).basic(port);
        var reads = role == Role.SUPERVISOR || role == Role.OPERATOR;
        var before = DatabaseContents.of(jdbc);

        assertThat(http.get("/api/fees/months").statusCode()).isEqualTo(reads ? 200 : 403);
        assertThat(http.get("/api/fees/reconciliation").statusCode()).isEqualTo(reads ? 200 : 403);
        assertThat(http.get("/api/fees/reconciliation.csv").statusCode()).isEqualTo(reads ? 200 : 403);
        assertThat(http.get("/api/fees/months/2026-10/deduction.csv").statusCode())
                .isEqualTo(reads ? 422 : 403);
        assertThat(http.get("/api/fees/months/2026-10/summary.pdf").statusCode())
                .isEqualTo(reads ? 422 : 403);
        assertThat(http.get("/api/fees/months/2026-10/slips/1.pdf").statusCode())
                .isEqualTo(reads ? 422 : 403);
        var changes = role == Role.SUPERVISOR ? 422 : 403;
        assertThat(http.post("/api/fees/months/2026-11/closing", "").statusCode())
                .isEqualTo(changes);
        assertThat(http.post("/api/fees/20261120-99999-01/cancellation", "{\"reason\": \"誤り\"}")
                        .statusCode())
                .isEqualTo(changes);
        assertThat(http.call("DELETE", "/api/fees/months/2026-11", "").statusCode())
                .isEqualTo(403);
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @Test
    void nobodyReadsWithoutLoggingIn() {
        assertThat(Client.anonymous(port).get("/api/fees/months").statusCode()).isEqualTo(401);
    }

    private void post(Person clinic, String application) {
        fees.keepConsent(application, fees.consentOf(FeeKind.NEW_ISSUE, clinic.id()));
        fees.post(application, application + "-01", clinic.institution());
    }
}
