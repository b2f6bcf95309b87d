package jp.fudamori.process.revocation;

import static jp.fudamori.ca.RevocationReason.AFFILIATION_CHANGED;
import static jp.fudamori.ca.RevocationReason.CESSATION_OF_OPERATION;
import static jp.fudamori.ca.RevocationReason.KEY_COMPROMISE;
import static jp.fudamori.ca.RevocationReason.PRIVILEGE_WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.fudamori.Person;
import jp.fudamori.account.Role;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.Revocations;
import jp.fudamori.certificate.RevocationDesk;
import jp.fudamori.certificate.RevocationRequestDesk;
import jp.fudamori.common.Refusal;
import jp.fudamori.notice.Letter;
import jp.fudamori.process.LifeOfACertificate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** 失効: by the clinic, by two of the office, and by order of another process. */
class CertificateRevocationIT extends LifeOfACertificate {

    @Autowired
    RevocationRequestDesk requests;

    @Autowired
    RevocationDesk desk;

    @Autowired
    Revocations revocations;

    private ProcessInstance asked(Person by, LineNumber... lines) {
        var numbers = String.join(
                "\n", List.of(lines).stream().map(LineNumber::toString).toList());
        return by.start("certificate-revocation", Map.of("lineNumbers", numbers));
    }

    private void state(Person by, ProcessInstance instance, String cause) {
        by.complete(instance, "enterRevocation", Map.of("cause", cause));
    }

    private ProcessInstance ordered(Person officer, LineNumber line, String cause) {
        var instance = asked(officer, line);
        officer.complete(instance, "orderRevocation", Map.of("cause", cause, "note", "廃止届を確認した。"));
        return instance;
    }

    @ParameterizedTest
    @CsvSource({"terminal-gone, CESSATION_OF_OPERATION", "closing, CESSATION_OF_OPERATION", "lost, KEY_COMPROMISE"})
    void theClinicRevokesWithWordsOfItsOwn(String cause, String reason) {
        var clinic = people.clinic();
        var line = line(cases.issued(clinic, "受付端末"), 1);
        var instance = asked(clinic, line);
        assertThat(shown(instance, "certificates")).contains("受付端末", line.toString());

        state(clinic, instance, cause);
        clinic.complete(instance, "confirmRevocation", Map.of("action", "back"));
        state(clinic, instance, cause);
        assertThat(isRevoked(line)).as("not before it is confirmed").isFalse();
        clinic.complete(instance, "confirmRevocation", Map.of("action", "revoke"));

        assertThat(instance).isEnded().hasPassed("certificatesRevoked");
        assertThat(reasonOf(line).name()).isEqualTo(reason);
        assertThat(revocations.of(certificates.issued(line).serial())).isPresent();
        assertThat(downloads.isClosed(line)).isTrue();
        assertThat(lastMailTo(clinic)).contains("失効", certificates.issued(line).serialNumber(), "2026年11月20日", "受付端末");
    }

    @Test
    void theClinicMayThinkBetterOfIt() {
        var clinic = people.clinic();
        var line = line(cases.issued(clinic, "受付端末"), 1);
        var instance = asked(clinic, line);
        state(clinic, instance, "closing");

        clinic.complete(instance, "confirmRevocation", Map.of("action", "drop"));

        assertThat(instance).isEnded().hasPassed("revocationDropped");
        assertThat(isRevoked(line)).isFalse();
    }

    @Test
    void whatNobodyGoesOnWithEndsByItself() {
        var clinic = people.clinic();
        var line = line(cases.issued(clinic, "受付端末"), 1);
        var instance = asked(clinic, line);

        cases.runJobs(instance, "revocationForgotten");

        assertThat(instance).isEnded().hasPassed("revocationForgotten", "revocationDropped");
        assertThat(isRevoked(line)).isFalse();
    }

    @Test
    void aClosingClinicRevokesAllAtOnceAndGetsOneMail() {
        var clinic = people.clinic();
        var application = cases.issued(clinic, "受付端末", "診察室");
        var instance = asked(clinic, line(application, 1), line(application, 2));
        var before = mailsTo(clinic).size();
        state(clinic, instance, "closing");

        clinic.complete(instance, "confirmRevocation", Map.of("action", "revoke"));

        assertThat(isRevoked(line(application, 1))).isTrue();
        assertThat(isRevoked(line(application, 2))).isTrue();
        assertThat(mailsTo(clinic)).hasSize(before + 1).last().isEqualTo("電子証明書 失効のお知らせ");
    }

    @Test
    void theCallCentreRevokesForTheClinicThatPhones() {
        var clinic = people.clinic();
        var line = line(cases.issued(clinic, "受付端末"), 1);
        var staff = people.staff(Role.CALL_CENTRE);
        assertThatThrownBy(() -> asked(staff, line)).hasMessageContaining("代行中の電話がありません");
        var call = staff.start(
                "phone-call",
                Map.of("institutionCode", clinic.institution().value(), "caller", "鈴木", "identityCheck", "CALLBACK"));

        var instance = asked(staff, line);
        state(staff, instance, "lost");
        staff.complete(instance, "confirmRevocation", Map.of("action", "revoke"));

        assertThat(reasonOf(line)).isEqualTo(KEY_COMPROMISE);
        staff.complete(call, "endCall", Map.of());
    }

    @Test
    void theOfficeNeedsASecondPairOfEyes() {
        var clinic = people.clinic();
        var line = line(cases.issued(clinic, "受付端末"), 1);
        var reviewer = people.staff(Role.REVIEWER);
        var supervisor = people.staff(Role.SUPERVISOR);
        var instance = ordered(reviewer, line, "privilege-withdrawn");
        assertThat(instance).isWaitingAt("approveRevocation");
        assertThat(isRevoked(line)).isFalse();
        assertThat(shown(instance, "note")).isEqualTo("廃止届を確認した。");

        supervisor.complete(instance, "approveRevocation", Map.of("decision", "approve"));

        assertThat(instance).isEnded().hasPassed("certificatesRevoked");
        assertThat(reasonOf(line)).isEqualTo(PRIVILEGE_WITHDRAWN);
        assertThat(lastMailTo(clinic)).contains("不正").doesNotContain("廃止届を確認した");
    }

    @Test
    void nobodyApprovesTheirOwnRequest() {
        var line = line(cases.issued(people.clinic(), "受付端末"), 1);
        var supervisor = people.staff(Role.SUPERVISOR);
        var instance = ordered(supervisor, line, "cessation");

        assertThatThrownBy(() -> supervisor.complete(instance, "approveRevocation", Map.of("decision", "approve")))
                .hasMessageContaining("依頼した人は");
        assertThatThrownBy(() -> supervisor.complete(instance, "approveRevocation", Map.of("decision", "refuse")))
                .hasMessageContaining("依頼した人は");
        assertThat(instance).isWaitingAt("approveRevocation");
        assertThat(isRevoked(line)).isFalse();
    }

    @Test
    void theSecondPairOfEyesMayRefuse() {
        var line = line(cases.issued(people.clinic(), "受付端末"), 1);
        var instance = ordered(people.staff(Role.REVIEWER), line, "affiliation-changed");

        people.staff(Role.SUPERVISOR).complete(instance, "approveRevocation", Map.of("decision", "refuse"));

        assertThat(instance).isEnded().hasPassed("revocationRefused");
        assertThat(isRevoked(line)).isFalse();
    }

    @Test
    void anotherProcessOrdersItAndItIsDoneInThatTransaction() {
        var clinic = people.clinic();
        var line = line(cases.issued(clinic, "受付端末"), 1);

        requests.order(List.of(line), AFFILIATION_CHANGED, "succession", "承継");
        requests.order(List.of(line), CESSATION_OF_OPERATION, "succession", "もう一度");

        assertThat(reasonOf(line)).as("the first stays").isEqualTo(AFFILIATION_CHANGED);
        assertThat(mailsTo(clinic)).filteredOn("電子証明書 失効のお知らせ"::equals).hasSize(1);
    }

    @Test
    void voidsALetterThatIsNotPosted() {
        var clinic = people.clinic();
        var application = cases.issued(clinic, "受付端末");
        var notice = cases.noticeOf(application);
        cases.runJobs(notice, "printLetter");
        var line = line(application, 1);

        requests.order(List.of(line), KEY_COMPROMISE, "test", "");

        assertThat(letterOf(line)).isInstanceOf(Letter.Voided.class);
        assertThat(notice).isEnded().hasPassed("letterWorthless");
        assertThat(application).isEnded();
        assertThat(jdbc.sql("select count(*) from letter where sealed_pages is not null and letter_number = :number")
                        .param("number", letterOf(line).number().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void asksThePostToGiveBackALetterThatIsUnderWay() {
        var application = cases.issued(people.clinic(), "受付端末");
        var notice = cases.posted(application, LocalDate.parse(TODAY));
        var line = line(application, 1);

        requests.order(List.of(line), KEY_COMPROMISE, "test", "");

        assertThat(letterOf(line)).isInstanceOf(Letter.Voided.class);
        assertThat(notice).isWaitingAt("stopLetter");
        people.dispatch().complete(notice, "stopLetter", Map.of("stopping", "asked", "note", "大阪中央郵便局に10時に請求"));
        assertThat(notice).isEnded().hasPassed("letterStopped");
        assertThat(application).isEnded();
    }

    @Test
    void aLetterThatTellsAnotherTerminalStays() {
        var application = cases.issued(people.clinic(), "受付端末", "診察室");
        var notice = cases.noticeOf(application);

        requests.order(List.of(line(application, 1)), KEY_COMPROMISE, "test", "");
        cases.runJobs(notice, "printLetter");

        assertThat(notice).isWaitingAt("postLetter");
        assertThat(letterOf(line(application, 2))).isInstanceOf(Letter.Printed.class);
        requests.order(List.of(line(application, 2)), KEY_COMPROMISE, "test", "");
        assertThat(letterOf(line(application, 2))).isInstanceOf(Letter.Voided.class);
    }

    @Test
    void theSecondTimeIsRefusedAtTheDoorAndHarmlessInside() {
        var clinic = people.clinic();
        var line = line(cases.issued(clinic, "受付端末"), 1);
        var first = asked(clinic, line);
        var second = asked(clinic, line);
        state(clinic, first, "closing");
        state(clinic, second, "lost");
        clinic.complete(first, "confirmRevocation", Map.of("action", "revoke"));

        assertThatThrownBy(() -> asked(clinic, line)).hasMessageContaining("すでに失効しています");
        var mails = mailsTo(clinic).size();
        clinic.complete(second, "confirmRevocation", Map.of("action", "revoke"));

        assertThat(second).isEnded().hasPassed("certificatesRevoked");
        assertThat(reasonOf(line)).isEqualTo(CESSATION_OF_OPERATION);
        assertThat(mailsTo(clinic)).hasSize(mails);
        assertThat(desk.revoke(line, KEY_COMPROMISE, "test", "")).isFalse();
    }

    @Test
    void ofTwoAtOnceOneRevokes() throws Exception {
        var line = line(cases.issued(people.clinic(), "受付端末"), 1);
        Callable<Boolean> revoke = () -> desk.revoke(line, KEY_COMPROMISE, "test", "");
        var threads = Executors.newFixedThreadPool(4);
        try {
            var results = threads.invokeAll(List.of(revoke, revoke, revoke, revoke));

            assertThat(results).extracting(Future::get).containsOnlyOnce(true).hasSize(4);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anotherClinicsCertificateIsNotFound() {
        var application = cases.issued(people.clinic(), "受付端末");
        var stranger = people.clinic();

        assertThatThrownBy(() -> asked(stranger, line(application, 1))).hasMessageContaining("見つかりません");
        assertThatThrownBy(() -> asked(stranger, line(application, 2)))
                .as("the same answer as for one that does not exist")
                .hasMessageContaining("見つかりません");
    }

    @Test
    void aClinicCannotSayThatTheOfficeFoundFraud() {
        var clinic = people.clinic();
        var line = line(cases.issued(clinic, "受付端末"), 1);
        var id = requests.openForClinic(clinic.institution(), List.of(line), "x");

        assertThatThrownBy(() -> requests.state(id, PRIVILEGE_WITHDRAWN, "")).isInstanceOf(Refusal.class);
    }

    @Test
    void whatHasExpiredNeedsNoRevocation() {
        var clinic = people.clinic();
        var line = line(cases.issued(clinic, "受付端末"), 1);
        clock.standAt(LocalDateTime.of(2030, 2, 21, 0, 0));

        assertThatThrownBy(() -> asked(clinic, line)).hasMessageContaining("有効期限が過ぎている");
    }
}
