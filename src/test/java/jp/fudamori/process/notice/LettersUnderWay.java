package jp.fudamori.process.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.DownloadDesk;
import jp.fudamori.certificate.LetterSecrets;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.notice.Letter;
import jp.fudamori.notice.LetterDesk;
import jp.fudamori.notice.PostingDesk;
import jp.fudamori.notice.TrackingDesk;
import jp.fudamori.notice.TrackingNumber;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters of new clinics between the printer and the clinic, and what office, post and clinic do with them. */
@ServerTest
abstract class LettersUnderWay {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Autowired
    ProcessEngine engine;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications issued;

    @Autowired
    InstitutionRegistry registry;

    @Autowired
    MovableClock clock;

    @Autowired
    LetterDesk letters;

    @Autowired
    PostingDesk postings;

    @Autowired
    TrackingDesk tracking;

    @Autowired
    CertificateDesk certificates;

    @Autowired
    DownloadDesk downloads;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        AbstractAssertions.init(engine);
        at(TODAY);
    }

    ProcessInstance posted(TrackingNumber number) {
        var notice = issued.printed();
        post(notice, number);
        return notice;
    }

    void post(ProcessInstance notice, TrackingNumber number) {
        dispatch().complete(notice, "postLetter", posting(number));
    }

    Map<String, Object> posting(TrackingNumber number) {
        return Map.of(
                "trackingNumber",
                number.value(),
                "postedOn",
                LocalDate.now(clock).toString());
    }

    void record(ProcessInstance notice, String kind, String day) {
        dispatch().complete(notice, "recordDelivery", Map.of("kind", kind, "day", day));
    }

    void returned(ProcessInstance notice, String reason) {
        var day = LocalDate.now(clock).toString();
        dispatch().complete(notice, "recordDelivery", Map.of("kind", "returned", "day", day, "returnReason", reason));
    }

    void resolve(ProcessInstance notice, String resolution, boolean sealIntact) {
        dispatch()
                .complete(notice, "resolveReturnedLetter", Map.of("resolution", resolution, "sealIntact", sealIntact));
    }

    void read(TrackingNumber number, LocalDate postedOn, String rest) {
        var report = tracking.read(
                csv("書留番号,差出日,種別,年月日,時刻,理由", number + "," + postedOn + "," + rest),
                dispatch().id());
        assertThat(report.refused()).isEmpty();
    }

    /** The registry learns that the clinic has moved. */
    void move(ProcessInstance notice, String postalCode, String address) {
        var code = jdbc.sql("select institution_code from certificate_application where application_number = :number")
                .param("number", number(notice).value())
                .query(String.class)
                .single();
        var report = registry.importInstitutions(csv(
                "医療機関コード,名称,分類,郵便番号,所在地,電話番号,登録日",
                code + ",移転した歯科,2," + postalCode + "," + address + ",06-1234-5678,2020-04-01"));
        assertThat(report.refused()).isEmpty();
    }

    static ByteArrayInputStream csv(String header, String row) {
        return new ByteArrayInputStream((header + "\r\n" + row + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    Person dispatch() {
        return people.dispatch();
    }

    void at(LocalDate day) {
        clock.standAt(day.atTime(10, 0));
    }

    ApplicationNumber number(ProcessInstance notice) {
        return issued.number(notice);
    }

    Letter letter(ProcessInstance notice) {
        return letters.of(issued.letter(notice)).orElseThrow();
    }

    LetterSecrets secrets(ProcessInstance notice) {
        return certificates.secrets(new LineNumber(number(notice), 1));
    }

    void download(LetterSecrets secrets) {
        downloads.download(secrets.referenceId(), secrets.authorizationCode(), "10.0.0.1");
    }

    Object shown(ProcessInstance notice, String field) {
        return engine.getTaskService().getVariable(task(notice).getId(), field);
    }

    int mails(ProcessInstance notice, String kind) {
        return jdbc.sql("select count(*) from mail where kind = :kind and reference = :reference")
                .param("kind", kind)
                .param("reference", number(notice).value())
                .query(Integer.class)
                .single();
    }

    String mailBody(ProcessInstance notice, String kind) {
        return jdbc.sql(
                        "select body from mail where kind = :kind and reference = :reference order by mail_id desc limit 1")
                .param("kind", kind)
                .param("reference", number(notice).value())
                .query(String.class)
                .single();
    }

    void assertNothingIsLeftOf(ProcessInstance notice) {
        assertThat(jdbc.sql("""
                select (select count(*) from public.act_ru_execution where proc_inst_id_ = :id)
                     + (select count(*) from public.act_ru_task where proc_inst_id_ = :id)
                     + (select count(*) from public.act_ru_job where process_instance_id_ = :id)
                     + (select count(*) from public.act_ru_variable where proc_inst_id_ = :id)
                     + (select count(*) from public.act_ru_event_subscr where proc_inst_id_ = :id)
                """)
                        .param("id", notice.getId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
