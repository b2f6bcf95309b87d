package jp.fudamori.process.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.TrackingNumbers;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.DownloadDesk;
import jp.fudamori.notice.Letter;
import jp.fudamori.notice.LetterDesk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class NoticeDeliveryIT {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications issued;

    @Autowired
    MovableClock clock;

    @Autowired
    LetterDesk letters;

    @Autowired
    CertificateDesk certificates;

    @Autowired
    DownloadDesk downloads;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        AbstractAssertions.init(engine);
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    @Test
    void endsWhenTheOfficeRecordsTheDelivery() {
        var application = issued.application();
        var notice = noticeOf(application);
        execute(job("printLetter", notice));

        people.dispatch().complete(notice, "postLetter", posted());
        assertThat(letters.of(issued.number(application)).orElseThrow()).isInstanceOf(Letter.Posted.class);
        clock.standAt(LocalDateTime.of(2026, 11, 24, 10, 0));
        people.dispatch().complete(notice, "recordDelivery", Map.of("deliveredOn", "2026-11-22"));

        assertThat(notice).isEnded().hasPassed("letterDelivered").hasNotPassed("noteDelivery");
        assertThat(application).isEnded().hasPassed("noticeDelivered");
        assertThat(letters.of(issued.number(application)).orElseThrow())
                .isInstanceOfSatisfying(
                        Letter.Delivered.class,
                        letter -> assertThat(letter.deliveredOn()).isEqualTo(LocalDate.of(2026, 11, 22)));
    }

    @Test
    void endsWhenTheClinicDownloads() {
        var application = issued.application();
        var notice = noticeOf(application);
        execute(job("printLetter", notice));
        var secrets = certificates.secrets(new LineNumber(issued.number(application), 1));
        people.dispatch().complete(notice, "postLetter", posted());

        downloads.download(secrets.referenceId(), secrets.authorizationCode(), "10.0.0.1");

        execute(job("noteDelivery", notice));

        assertThat(notice).isEnded().hasPassed("certificateDownloaded", "noteDelivery", "letterDelivered");
        assertThat(application).isEnded();
    }

    @Test
    void destroysTheSecretsWithThePosting() {
        var application = issued.application();
        var notice = noticeOf(application);
        execute(job("printLetter", notice));
        assertThat(letters.open(issued.number(application), people.dispatch().id()))
                .startsWith("%PDF".getBytes());

        people.dispatch().complete(notice, "postLetter", posted());

        assertThatThrownBy(() -> letters.open(
                        issued.number(application), people.dispatch().id()))
                .hasMessageContaining("廃棄");
        assertThatThrownBy(() -> certificates.secrets(new LineNumber(issued.number(application), 1)))
                .isNotNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"𠮷田 太郎👍, 👍、𠮷", "髙﨑 德濵, なし"})
    void showsTheDispatchStaffWhatToWriteByHand(String contactName, String unprintable) {
        var notice = noticeOf(issued.application(contactName));

        execute(job("printLetter", notice));

        assertThat(shown(notice, "unprintable")).isEqualTo(unprintable);
    }

    @Test
    void refusesATrackingNumberWhoseCheckDigitIsWrong() {
        var application = issued.application();
        var notice = noticeOf(application);
        execute(job("printLetter", notice));

        assertThatThrownBy(() -> people.dispatch()
                        .complete(
                                notice,
                                "postLetter",
                                Map.of("trackingNumber", "319-12-34567-4", "postedOn", "2026-11-20")))
                .hasMessageContaining("番号");

        assertThat(notice).isWaitingAt("postLetter");
    }

    private static Map<String, Object> posted() {
        return Map.of("trackingNumber", TrackingNumbers.next().value(), "postedOn", "2026-11-20");
    }

    private Object shown(ProcessInstance notice, String field) {
        return engine.getTaskService().getVariable(task(notice).getId(), field);
    }

    private ProcessInstance noticeOf(ProcessInstance application) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(application.getId())
                .singleResult();
    }
}
