package jp.fudamori.process.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.TrackingNumbers;
import jp.fudamori.account.Role;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.DownloadDesk;
import jp.fudamori.certificate.LetterSecrets;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.notice.Letter;
import jp.fudamori.notice.LetterDesk;
import jp.fudamori.notice.PostalReport;
import jp.fudamori.notice.PostedLetter;
import jp.fudamori.notice.PostingDesk;
import jp.fudamori.notice.TrackingDesk;
import jp.fudamori.notice.TrackingNumber;
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

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

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
    void postsAReturnedLetterAgainToTheNewAddress() {
        var first = TrackingNumbers.next();
        var notice = posted(first);
        at(LocalDate.of(2026, 11, 30));
        returned(notice, "address-unknown");
        assertThat(notice).isWaitingAt("resolveReturnedLetter");
        assertThat(mailBody(notice, "letter-returned")).contains("あて所に尋ねあたりません");
        move(notice, "540-0008", "大阪府大阪市中央区大手前二丁目1番22号");
        assertThatThrownBy(() -> resolve(notice, "repost", false))
                .as("its seal is broken")
                .hasMessageContaining("封が切られた");

        resolve(notice, "repost", true);

        assertThat(notice).isWaitingAt("repostLetter");
        assertThat(shown(notice, "address")).isEqualTo("〒540-0008 大阪府大阪市中央区大手前二丁目1番22号");
        var second = TrackingNumbers.next();
        dispatch().complete(notice, "repostLetter", posting(second));
        assertThat(mailBody(notice, "letter-reposted")).contains(second.value());
        read(first, TODAY, "到着,2026-11-21,,");
        assertThat(letter(notice))
                .as("what the first trip was like tells nothing")
                .isInstanceOf(PostedLetter.HandedOver.class);
        record(notice, "delivered", "2026-11-30");
        assertThat(notice).isEnded().hasPassed("letterDelivered");
        assertThat(letter(notice).handover().orElseThrow().attempt()).isEqualTo(2);
        assertNothingIsLeftOf(notice);
    }

    @Test
    void endsWhenALetterThatIsToTravelAgainTurnsOutToHaveArrived() {
        var number = TrackingNumbers.next();
        var notice = posted(number);
        at(LocalDate.of(2026, 11, 30));
        returned(notice, "address-unknown");
        move(notice, "540-0010", "大阪府大阪市中央区一丁目1番1号");
        resolve(notice, "repost", true);

        read(number, TODAY, "到着,2026-11-21,,");
        assertThat(notice).as("that tells nothing new").isWaitingAt("repostLetter");
        read(number, TODAY, "配達済み,2026-11-29,,");

        assertThat(notice).isEnded().hasPassed("letterFound");
        assertThat(letter(notice)).isInstanceOf(PostedLetter.Delivered.class);
        assertNothingIsLeftOf(notice);
    }

    @Test
    void voidsAReturnedLetterWhoseAddressIsUnchanged() {
        var notice = issued.printed();
        var secrets = secrets(notice);
        post(notice, TrackingNumbers.next());
        at(LocalDate.of(2026, 11, 30));
        returned(notice, "not-collected");
        assertThat((String) shown(notice, "advice")).contains("変わっていないため");
        assertThat(shown(notice, "remaining")).isEqualTo("残り171日（2027年5月19日（水）まで）");
        assertThatThrownBy(() -> resolve(notice, "repost", true)).hasMessageContaining("所在地が差し出したときから変わっていない");

        resolve(notice, "void", true);

        assertThat(notice).isEnded().hasPassed("voidLetter", "letterVoided");
        assertThat(letter(notice)).isInstanceOf(Letter.Voided.class);
        assertThat(mails(notice, "letter-voided")).isOne();
        assertThatThrownBy(() -> download(secrets)).hasMessageContaining("無効になったため");
        assertNothingIsLeftOf(notice);
    }

    @Test
    void doesNotPostAgainWhenTheDownloadIsOver() {
        var notice = posted(TrackingNumbers.next());
        at(LocalDate.of(2027, 5, 20));
        returned(notice, "moved");
        move(notice, "540-0008", "大阪府大阪市中央区大手前二丁目1番22号");

        assertThatThrownBy(() -> resolve(notice, "repost", true)).hasMessageContaining("期限（2027年5月19日（水））を過ぎた");

        assertThat(notice).isWaitingAt("resolveReturnedLetter");
    }

    @Test
    void callsTheClinicAfterTheSecondReturn() {
        var notice = repostedTo("540-0008");
        returned(notice, "address-unknown");
        assertThat(notice).isWaitingAt("callClinic");
        assertThat(shown(notice, "phone")).isEqualTo("06-1234-5678");

        call(notice, "repost");
        var third = TrackingNumbers.next();
        postings.readBack(
                csv("通知書番号,書留番号,差出日", issued.letter(notice) + "," + third + ",2026-11-30"),
                dispatch().id());
        assertThat(notice).hasPassed("letterReposted").isWaitingAt("recordDelivery");
        returned(notice, "refused");
        call(notice, "void");

        assertThat(notice).isEnded().hasPassed("letterVoided");
        assertThat(mails(notice, "letter-returned")).isEqualTo(3);
        assertThat(mails(notice, "letter-reposted")).isEqualTo(2);
        assertNothingIsLeftOf(notice);
    }

    @Test
    void aDeliveryToldLateUndoesAReturnThatNobodyResolved() {
        var number = TrackingNumbers.next();
        var notice = posted(number);
        at(LocalDate.of(2026, 11, 30));
        returned(notice, "moved");

        read(number, TODAY, "配達済み,2026-11-24,,");

        assertThat(notice).isEnded().hasPassed("returnedLetterTracked", "letterDelivered");
    }

    @Test
    void aDeliveryToldLateUndoesASecondReturn() {
        var notice = repostedTo("540-0009");
        returned(notice, "moved");
        var posting = letter(notice).handover().orElseThrow();

        read(posting.trackingNumber(), posting.postedOn(), "配達済み,2026-11-30,,");

        assertThat(notice).isEnded().hasPassed("calledLetterTracked", "letterDelivered");
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
    void beginsAgainWhenTheClinicSendsTheLetterBack() {
        var number = TrackingNumbers.next();
        var notice = posted(number);
        at(LocalDate.of(2026, 11, 30));
        record(notice, "delivered", "2026-11-24");
        assertThat(notice).isEnded();

        read(number, TODAY, "返送,2026-11-30,,受取人からの返送");

        var second = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number(notice).value())
                .processDefinitionKey("notice-delivery")
                .singleResult();
        assertThat(second).hasPassed("letterSentBack").isWaitingAt("resolveReturnedLetter");
        resolve(second, "void", false);
        assertThat(second).isEnded().hasPassed("letterVoided");
        assertNothingIsLeftOf(second);
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

    private ProcessInstance posted(TrackingNumber number) {
        var notice = issued.printed();
        post(notice, number);
        return notice;
    }

    private ProcessInstance repostedTo(String postalCode) {
        var notice = posted(TrackingNumbers.next());
        at(LocalDate.of(2026, 11, 30));
        returned(notice, "address-unknown");
        move(notice, postalCode, "大阪府大阪市中央区一丁目1番1号");
        resolve(notice, "repost", true);
        dispatch().complete(notice, "repostLetter", posting(TrackingNumbers.next()));
        return notice;
    }

    private void post(ProcessInstance notice, TrackingNumber number) {
        dispatch().complete(notice, "postLetter", posting(number));
    }

    private Map<String, Object> posting(TrackingNumber number) {
        return Map.of(
                "trackingNumber",
                number.value(),
                "postedOn",
                LocalDate.now(clock).toString());
    }

    private void record(ProcessInstance notice, String kind, String day) {
        dispatch().complete(notice, "recordDelivery", Map.of("kind", kind, "day", day));
    }

    private void returned(ProcessInstance notice, String reason) {
        var day = LocalDate.now(clock).toString();
        dispatch().complete(notice, "recordDelivery", Map.of("kind", "returned", "day", day, "returnReason", reason));
    }

    private void inquire(ProcessInstance notice, String kind) {
        dispatch()
                .complete(
                        notice,
                        "inquireAtPost",
                        Map.of("kind", kind, "day", LocalDate.now(clock).toString(), "note", "北郵便局の回答による。"));
    }

    private void resolve(ProcessInstance notice, String resolution, boolean sealIntact) {
        dispatch()
                .complete(notice, "resolveReturnedLetter", Map.of("resolution", resolution, "sealIntact", sealIntact));
    }

    private void call(ProcessInstance notice, String resolution) {
        var values = new HashMap<String, Object>(Map.of("resolution", resolution, "sealIntact", true));
        values.put("note", "院長と話した。");
        people.staff("call-centre-a", Role.CALL_CENTRE).complete(notice, "callClinic", values);
    }

    private void read(TrackingNumber number, LocalDate postedOn, String rest) {
        var report = tracking.read(
                csv("書留番号,差出日,種別,年月日,時刻,理由", number + "," + postedOn + "," + rest),
                dispatch().id());
        assertThat(report.refused()).isEmpty();
    }

    /** The registry learns that the clinic has moved. */
    private void move(ProcessInstance notice, String postalCode, String address) {
        var code = jdbc.sql("select institution_code from certificate_application where application_number = :number")
                .param("number", number(notice).value())
                .query(String.class)
                .single();
        var report = registry.importInstitutions(csv(
                "医療機関コード,名称,分類,郵便番号,所在地,電話番号,登録日",
                code + ",移転した歯科,2," + postalCode + "," + address + ",06-1234-5678,2020-04-01"));
        assertThat(report.refused()).isEmpty();
    }

    private static ByteArrayInputStream csv(String header, String row) {
        return new ByteArrayInputStream((header + "\r\n" + row + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private Person dispatch() {
        return people.dispatch();
    }

    private void at(LocalDate day) {
        clock.standAt(day.atTime(10, 0));
    }

    private ApplicationNumber number(ProcessInstance notice) {
        return issued.number(notice);
    }

    private Letter letter(ProcessInstance notice) {
        return letters.of(issued.letter(notice)).orElseThrow();
    }

    private LetterSecrets secrets(ProcessInstance notice) {
        return certificates.secrets(new LineNumber(number(notice), 1));
    }

    private void download(LetterSecrets secrets) {
        downloads.download(secrets.referenceId(), secrets.authorizationCode(), "10.0.0.1");
    }

    private Object shown(ProcessInstance notice, String field) {
        return engine.getTaskService().getVariable(task(notice).getId(), field);
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

    private int mails(ProcessInstance notice, String kind) {
        return jdbc.sql("select count(*) from mail where kind = :kind and reference = :reference")
                .param("kind", kind)
                .param("reference", number(notice).value())
                .query(Integer.class)
                .single();
    }

    private String mailBody(ProcessInstance notice, String kind) {
        return jdbc.sql(
                        "select body from mail where kind = :kind and reference = :reference order by mail_id desc limit 1")
                .param("kind", kind)
                .param("reference", number(notice).value())
                .query(String.class)
                .single();
    }

    private void assertNothingIsLeftOf(ProcessInstance notice) {
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
