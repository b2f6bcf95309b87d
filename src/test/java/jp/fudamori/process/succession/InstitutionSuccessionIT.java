package jp.fudamori.process.succession;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.RenewalCases;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.certificate.Certificate.Revoked;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.institution.EndingDesk;
import jp.fudamori.institution.Import;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.succession.Succession.State;
import jp.fudamori.succession.SuccessionDesk;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class InstitutionSuccessionIT {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 10, 0);
    private static final LocalDate CLOSED_ON = LocalDate.of(2026, 11, 30);

    @Autowired
    ProcessEngine engine;

    @Autowired
    Participants people;

    @Autowired
    RenewalCases cases;

    @Autowired
    EndingDesk endings;

    @Autowired
    SuccessionDesk desk;

    @Autowired
    CertificateDesk certificates;

    @Autowired
    AccountDesk accounts;

    @Autowired
    InstitutionRegistry registry;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void setUp() {
        AbstractAssertions.init(engine);
        clock.standAt(START);
    }

    @AfterEach
    void backToTheStart() {
        clock.standAt(START);
    }

    private Import ended(InstitutionCode code, LocalDate on, String successor) {
        var csv = "医療機関コード,廃止日,承継先医療機関コード\n%s,%s,%s\n".formatted(code, on, successor);
        return endings.importEndings(new ByteArrayInputStream(csv.getBytes(UTF_8)), "operator-a");
    }

    private ProcessInstance process(InstitutionCode code) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("institution-succession")
                .processInstanceBusinessKey(code.value())
                .singleResult();
    }

    private void opens(InstitutionCode code) {
        var id = "clinic-" + code;
        accounts.open(
                new Account(
                        new AccountId(id),
                        Participants.nameOf(code),
                        id + "@example.jp",
                        Set.of(Role.CLINIC),
                        Optional.of(code)),
                Participants.PASSWORD);
    }

    private List<String> mails(Person clinic, String kind) {
        return jdbc.sql("select body from mail where kind = :kind and recipient = :to")
                .param("kind", kind)
                .param("to", clinic.id().value() + "@example.jp")
                .query(String.class)
                .list();
    }

    private void assertRevoked(LineNumber line, RevocationReason reason) {
        Assertions.assertThat(certificates.of(line))
                .hasValueSatisfying(found ->
                        Assertions.assertThat(((Revoked) found).reason()).isEqualTo(reason));
    }

    private void assertValid(LineNumber line) {
        Assertions.assertThat(certificates.of(line).orElseThrow()).isNotInstanceOf(Revoked.class);
    }

    @Test
    void theOldCertificatesLiveOnForAHundredAndTwentyDaysWhileTheNewCodeApplies() {
        var issued = cases.issued();
        var successor = people.institutionWithoutAccount();

        ended(issued.clinic().institution(), CLOSED_ON, successor.value());
        var process = process(issued.clinic().institution());

        assertThat(process).isWaitingAt("awaitSuccessor");
        Assertions.assertThat(mails(issued.clinic(), "succession-notice"))
                .singleElement()
                .asString()
                .contains(successor.value(), "2027年3月30日", "/register");
        opens(successor);
        cases.run(process, "beginSuccessorApplication");
        assertThat(process).isWaitingAt("transitionOver");
        Assertions.assertThat(jdbc.sql("""
                        select kind || ' ' || contact_name || ' ' || array_to_string(terminal_names, ',')
                          from application_draft where institution_code = :code
                        """)
                        .param("code", successor.value())
                        .query(String.class)
                        .list())
                .containsExactly("succession 事務部 鈴木花子 オンライン資格確認パソコン");
        assertValid(issued.line());

        clock.standAt(CLOSED_ON.plusDays(121).atTime(0, 0));
        cases.run(process, "transitionOver");

        assertThat(process).isEnded().hasPassed("successionCompleted");
        assertRevoked(issued.line(), RevocationReason.AFFILIATION_CHANGED);
        Assertions.assertThat(mails(issued.clinic(), "succession-ended")).hasSize(1);
        Assertions.assertThat(desk.to(successor).orElseThrow().state()).isEqualTo(State.ENDED);
    }

    @Test
    void whoNeverRegistersLosesTheOldCertificatesAllTheSame() {
        var issued = cases.issued();
        ended(
                issued.clinic().institution(),
                CLOSED_ON,
                people.institutionWithoutAccount().value());
        var process = process(issued.clinic().institution());

        clock.standAt(CLOSED_ON.plusDays(121).atTime(0, 0));
        cases.run(process, "transitionOverUnregistered");

        assertThat(process).isEnded().hasPassed("transitionOverUnregistered", "successionCompleted");
        assertRevoked(issued.line(), RevocationReason.AFFILIATION_CHANGED);
    }

    @Test
    void whoClosesForGoodKeepsTheCertificatesUntilTheLastDay() {
        var issued = cases.issued();
        ended(issued.clinic().institution(), CLOSED_ON, "");
        var process = process(issued.clinic().institution());
        assertThat(process).isWaitingAt("closingDay");
        assertValid(issued.line());

        clock.standAt(CLOSED_ON.plusDays(1).atTime(0, 0));
        cases.run(process, "closingDay");

        assertThat(process).isEnded().hasPassed("institutionClosed");
        assertRevoked(issued.line(), RevocationReason.CESSATION_OF_OPERATION);
        Assertions.assertThat(mails(issued.clinic(), "institution-closed")).hasSize(1);
    }

    @Test
    void staffTurnsAWrongRecordDown() {
        var issued = cases.issued();
        ended(
                issued.clinic().institution(),
                CLOSED_ON.minusDays(200),
                people.institutionWithoutAccount().value());
        var process = process(issued.clinic().institution());
        assertThat(process).isWaitingAt("verifySuccession");

        people.staff(Role.CALL_CENTRE)
                .complete(process, "verifySuccession", Map.of("decision", "wrong", "note", "厚生局に確認した。"));

        assertThat(process).isEnded().hasPassed("endingRejected");
        assertValid(issued.line());
    }

    @Test
    void theTrueEndingThatComesAfterAWrongOneIsActedOn() {
        var issued = cases.issued();
        var code = issued.clinic().institution();
        var wrongly = people.institutionWithoutAccount();
        var wrong = CLOSED_ON.minusDays(200);
        ended(code, wrong, wrongly.value());
        turnDown(code);

        Assertions.assertThat(ended(code, wrong, wrongly.value())).isEqualTo(new Import(0, 0, 0, 1, List.of()));
        Assertions.assertThat(process(code)).as("nothing begins again").isNull();
        Assertions.assertThat(desk.to(wrongly)).isEmpty();
        Assertions.assertThat(ended(code, CLOSED_ON, "").added()).isEqualTo(1);

        var process = process(code);
        assertThat(process).isWaitingAt("closingDay");
        Assertions.assertThat(desk.of(code).orElseThrow().state()).isEqualTo(State.CLOSING);
        Assertions.assertThat(ended(code, wrong, wrongly.value()).wrong()).isEqualTo(1);
        Assertions.assertThat(ended(code, CLOSED_ON, "").same()).isEqualTo(1);
        Assertions.assertThat(ended(code, CLOSED_ON.plusDays(1), "").refused()).singleElement();
        Assertions.assertThat(jdbc.sql("select note from succession_rejected where code = ?")
                        .param(code.value())
                        .query(String.class)
                        .list())
                .containsExactly("厚生局に確認した。");

        clock.standAt(CLOSED_ON.plusDays(1).atTime(0, 0));
        cases.run(process, "closingDay");

        assertThat(process).isEnded().hasPassed("institutionClosed");
        assertRevoked(issued.line(), RevocationReason.CESSATION_OF_OPERATION);
    }

    @Test
    void aSecondWrongRecordMayBeTurnedDownToo() {
        var code = cases.issued().clinic().institution();
        for (int times = 0; times < 2; times++) {
            ended(code, CLOSED_ON.minusDays(4000 + times), "");
            turnDown(code);
        }

        Assertions.assertThat(ended(code, CLOSED_ON.minusDays(4000), "").wrong())
                .as("the first one, once more")
                .isEqualTo(1);
        Assertions.assertThat(endings.lastDay(code)).isEmpty();
        Assertions.assertThat(ended(code, CLOSED_ON, "").added()).isEqualTo(1);
    }

    @Test
    void theSuccessorOfAWrongRecordMaySucceedAnotherCode() {
        var issued = cases.issued();
        var other = cases.issued();
        var successor = people.institutionWithoutAccount();
        ended(issued.clinic().institution(), CLOSED_ON.minusDays(200), successor.value());
        turnDown(issued.clinic().institution());

        ended(other.clinic().institution(), CLOSED_ON, successor.value());
        var process = process(other.clinic().institution());
        assertThat(process).isWaitingAt("awaitSuccessor");
        opens(successor);
        cases.run(process, "beginSuccessorApplication");

        assertThat(process).isWaitingAt("transitionOver");
        Assertions.assertThat(desk.to(successor).orElseThrow().code())
                .isEqualTo(other.clinic().institution());
    }

    private void turnDown(InstitutionCode code) {
        people.staff(Role.CALL_CENTRE)
                .complete(process(code), "verifySuccession", Map.of("decision", "wrong", "note", "厚生局に確認した。"));
    }

    @Test
    void staffMayTakeADoubtfulSuccessionForAClosing() {
        var issued = cases.issued();
        var other = cases.issued();
        ended(
                issued.clinic().institution(),
                CLOSED_ON,
                other.clinic().institution().value());
        var process = process(issued.clinic().institution());
        assertThat(process).isWaitingAt("verifySuccession");

        people.staff(Role.CALL_CENTRE)
                .complete(process, "verifySuccession", Map.of("decision", "closing", "note", "別の医療機関だった。"));

        assertThat(process).isWaitingAt("closingDay");
    }

    @Test
    void staffMayLetADoubtfulSuccessionGoOn() {
        var issued = cases.issued();
        ended(
                issued.clinic().institution(),
                CLOSED_ON.minusDays(200),
                people.institutionWithoutAccount().value());
        var process = process(issued.clinic().institution());

        people.staff(Role.CALL_CENTRE)
                .complete(process, "verifySuccession", Map.of("decision", "succession", "note", "電話で確認した。"));

        assertThat(process).isWaitingAt("awaitSuccessor");
    }

    @Test
    void aFileThatIsRefusedChangesNothingAndOneThatComesAgainNeither() {
        var issued = cases.issued();
        var code = issued.clinic().institution();
        Assertions.assertThat(ended(code, CLOSED_ON, code.value()).refused()).singleElement();
        Assertions.assertThat(ended(code, CLOSED_ON, people.unknownInstitution().value())
                        .refused())
                .singleElement();
        Assertions.assertThat(endings.of(code)).isEmpty();
        Assertions.assertThat(process(code)).isNull();

        Assertions.assertThat(ended(code, CLOSED_ON, "").added()).isEqualTo(1);
        Assertions.assertThat(ended(code, CLOSED_ON, "").same()).isEqualTo(1);
        Assertions.assertThat(ended(code, CLOSED_ON.plusDays(1), "").refused()).singleElement();

        Assertions.assertThat(process(code)).isNotNull();
    }

    @Test
    void anotherNameAndAddressWithoutAnotherCodeReachTheNextCertificate() {
        var issued = cases.issued();
        var code = issued.clinic().institution();
        var csv = """
                医療機関コード,名称,分類,郵便番号,所在地,電話番号,登録日
                %s,新名称歯科医院,2,530-0002,大阪府大阪市北区曽根崎新地二丁目2番2号,06-1234-5678,2020-04-01
                """.formatted(code);
        registry.importInstitutions(new ByteArrayInputStream(csv.getBytes(UTF_8)));

        var next = cases.issued(issued.clinic());

        Assertions.assertThat(subject(next.line())).contains("新名称歯科医院");
        Assertions.assertThat(subject(issued.line()))
                .contains(Participants.nameOf(code))
                .doesNotContain("新名称");
        assertValid(issued.line());
    }

    private String subject(LineNumber line) {
        return new String(
                jdbc.sql("select certificate from ca_issuance where serial = :serial")
                        .param("serial", certificates.issued(line).serialNumber())
                        .query(byte[].class)
                        .single(),
                UTF_8);
    }
}
