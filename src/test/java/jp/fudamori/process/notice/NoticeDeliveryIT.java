package jp.fudamori.process.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import jp.fudamori.MovableClock;
import jp.fudamori.TrackingNumbers;
import jp.fudamori.application.LineNumber;
import jp.fudamori.notice.PostalReport;
import jp.fudamori.notice.PostedLetter;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeDeliveryIT extends LettersUnderWay {

    @Test
    void endsWhenTheOfficeRecordsTheDelivery() {
        var application = issued.application();
        var notice = issued.noticeOf(application);
        execute(job("printLetter", notice));

        post(notice, TrackingNumbers.next());
        assertThat(letter(notice)).isInstanceOf(PostedLetter.HandedOver.class);
        at(LocalDate.of(2026, 11, 24));
        record(notice, "delivered", "2026-11-22");

        assertThat(notice).isEnded().hasPassed("letterDelivered").hasNotPassed("noteDelivery");
        assertThat(application).isEnded().hasPassed("noticeDelivered");
        assertThat(letter(notice))
                .isInstanceOfSatisfying(
                        PostedLetter.Delivered.class,
                        letter -> assertThat(letter.deliveredOn()).isEqualTo(LocalDate.of(2026, 11, 22)));
        assertNothingIsLeftOf(notice);
    }

    @Test
    void endsWhenTheClinicDownloads() {
        var application = issued.application();
        var notice = issued.noticeOf(application);
        execute(job("printLetter", notice));
        var secrets = secrets(notice);
        post(notice, TrackingNumbers.next());

        download(secrets);

        execute(job("noteDelivery", notice));

        assertThat(notice).isEnded().hasPassed("certificateDownloaded", "noteDelivery", "letterDelivered");
        assertThat(application).isEnded();
        assertNothingIsLeftOf(notice);
    }

    @Test
    void theMailIsAboutThisLetterAlsoWhereAnotherOneWasAssembledMeanwhile() {
        var notice = issued.printed();
        var number = TrackingNumbers.next();
        var second = new LineNumber(number(notice), 2);
        jdbc.sql("insert into application_line (application_number, line, terminal_name) values (:number, 2, '予備機')")
                .param("number", number(notice).value())
                .update();
        certificates.vet(second);
        certificates.sign(second);
        assertThat(letters.assemble(number(notice))).isPresent();

        post(notice, number);

        assertThat(mailBody(notice, "issued-and-posted"))
                .contains(number.value())
                .doesNotContain("予備機");
    }

    @Test
    void goesOnByFilesWithoutAnyTask() {
        var notice = issued.printed();
        var number = TrackingNumbers.next();

        var posted = postings.readBack(
                csv("通知書番号,書留番号,差出日", issued.letter(notice) + "," + number + ",2026-11-20"),
                dispatch().id());

        assertThat(posted).isEqualTo(new PostalReport(1, 0, java.util.List.of()));
        assertThat(notice).hasPassed("letterPosted", "sendPosted").isWaitingAt("recordDelivery");
        at(LocalDate.of(2026, 11, 22));
        read(number, TODAY, "配達済み,2026-11-21,10:15,");
        assertThat(notice).isEnded().hasPassed("letterTracked", "letterDelivered");
        assertThat(mails(notice, "issued-and-posted")).isOne();
        assertNothingIsLeftOf(notice);
    }

    @Test
    void tellsTheClinicUntilWhenThePostKeepsTheLetter() {
        var number = TrackingNumbers.next();
        var notice = posted(number);
        at(LocalDate.of(2026, 11, 24));

        read(number, TODAY, "不在,2026-11-21,,");

        assertThat(notice).isWaitingAt("recordDelivery");
        assertThat(shown(notice, "state")).isEqualTo("不在のため郵便局で保管（2026年11月28日（土）まで）");
        assertThat(mailBody(notice, "letter-absent")).contains("2026年11月28日（土）", number.value());
        record(notice, "at-office", "2026-11-23");
        read(number, TODAY, "不在,2026-11-21,,");
        assertThat(mails(notice, "letter-absent")).as("told once").isOne();
        record(notice, "delivered", "2026-11-24");
        assertThat(notice).isEnded().hasPassed("letterDelivered");
    }

    @Test
    void asksThePostAboutALetterThatNobodyHeardOf() {
        var notice = issued.printed();
        var secrets = secrets(notice);
        post(notice, TrackingNumbers.next());
        assertThat(due(notice)).as("7 business days, 23 November is a holiday").isEqualTo("2026-12-02T23:59:59");
        at(LocalDate.of(2026, 12, 3));
        execute(job("letterSilent", notice));
        assertThat(notice).isWaitingAt("inquireAtPost");
        assertThat(task(notice).getPriority()).isEqualTo(75);

        inquire(notice, "searching");
        assertThat(notice).isWaitingAt("recordDelivery");
        execute(job("letterSilent", notice));
        inquire(notice, "lost");

        assertThat(notice).isEnded().hasPassed("voidLetter", "letterVoided");
        assertThatThrownBy(() -> download(secrets)).hasMessageContaining("無効になったため");
        assertNothingIsLeftOf(notice);
    }

    @Test
    void eachReportLetsThePostHaveItsTimeAnew() {
        var number = TrackingNumbers.next();
        var notice = posted(number);
        at(LocalDate.of(2026, 11, 25));

        read(number, TODAY, "到着,2026-11-24,,");

        assertThat(due(notice)).isEqualTo("2026-12-04T23:59:59");
    }

    @Test
    void destroysTheSecretsWithThePosting() {
        var notice = issued.printed();
        assertThat(letters.open(issued.letter(notice), dispatch().id()))
                .startsWith("%PDF".getBytes(StandardCharsets.UTF_8));

        post(notice, TrackingNumbers.next());

        assertThatThrownBy(() -> letters.open(issued.letter(notice), dispatch().id()))
                .hasMessageContaining("廃棄");
        assertThatThrownBy(() -> secrets(notice)).isNotNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"𠮷田 太郎👍, 👍、𠮷", "髙﨑 德濵, なし"})
    void showsTheDispatchStaffWhatToWriteByHand(String contactName, String unprintable) {
        var notice = issued.noticeOf(issued.application(contactName));

        execute(job("printLetter", notice));

        assertThat(shown(notice, "unprintable")).isEqualTo(unprintable);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "319-12-34567-4, 2026-11-20, 検査数字",
        "319-12-34567-3, 2026-11-21, 未来の日付",
        "319-12-34567-3, 2026-11-19, 以後の日付",
    })
    void refusesAPostingThatCannotBe(String number, String day, String message) {
        var notice = issued.printed();

        assertThatThrownBy(() ->
                        dispatch().complete(notice, "postLetter", Map.of("trackingNumber", number, "postedOn", day)))
                .hasMessageContaining(message);

        assertThat(notice).isWaitingAt("postLetter");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "returned, 2026-11-20, '', その理由を選んでください",
        "delivered, 2026-11-20, moved, 返送のときだけ",
        "delivered, 2026-11-21, '', 未来の日付",
        "delivered, 2026-11-19, '', 差出日（2026年11月20日）以後",
    })
    void refusesAReportThatCannotBe(String kind, String day, String reason, String message) {
        var notice = posted(TrackingNumbers.next());

        assertThatThrownBy(() -> dispatch()
                        .complete(notice, "recordDelivery", Map.of("kind", kind, "day", day, "returnReason", reason)))
                .hasMessageContaining(message);

        assertThat(notice).isWaitingAt("recordDelivery");
    }

    private void inquire(ProcessInstance notice, String kind) {
        dispatch()
                .complete(
                        notice,
                        "inquireAtPost",
                        Map.of("kind", kind, "day", LocalDate.now(clock).toString(), "note", "北郵便局の回答による。"));
    }

    private String due(ProcessInstance notice) {
        var due = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(notice.getId())
                .activityId("letterSilent")
                .singleResult()
                .getDuedate();
        return due.toInstant().atZone(MovableClock.TOKYO).toLocalDateTime().toString();
    }
}
