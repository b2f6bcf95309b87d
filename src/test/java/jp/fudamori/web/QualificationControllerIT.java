package jp.fudamori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.Period;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.institution.Qualification.PaymentMethod;
import jp.fudamori.qualification.QualificationDesk;
import jp.fudamori.qualification.QualificationId;
import jp.fudamori.qualification.QualificationReviewDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class QualificationControllerIT {

    private static final Period MONTH = Period.ofDays(30);
    private static final AccountId OFFICER = new AccountId("reviewer-a");

    @LocalServerPort
    int port;

    @Autowired
    QualificationDesk desk;

    @Autowired
    QualificationReviewDesk reviews;

    @Autowired
    Participants people;

    @Autowired
    MovableClock clock;

    Person clinic;
    QualificationId id;
    String number;

    @BeforeEach
    void aClinicApplies() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
        clinic = people.clinicWithoutQualification();
        id = desk.open(clinic.id(), MONTH).id();
        desk.enter(id, "事務部 鈴木花子", PaymentMethod.INVOICE);
        number = desk.submit(id, clinic.id(), new BusinessPeriod(5)).number().value();
    }

    @Test
    void tellsAClinicWhereItsApplicationStands() {
        var answer = clinic.basic(port).get("/api/qualifications/" + number);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body())
                .contains("\"number\":\"" + number, "\"state\":\"SUBMITTED\"", "\"stateName\":\"審査中\"")
                .contains("\"paymentMethod\":\"INVOICE\"", "\"paymentMethodName\":\"払込請求書による振込み\"")
                .contains("\"reviewDue\":\"2026-11-30\"", "\"submittedAt\":\"2026-11-20T10:00:00+09:00\"")
                .doesNotContain("鈴木", "decidedAt");
    }

    @Test
    void tellsWhatToCorrectAndUntilWhen() {
        reviews.sendBack(id, OFFICER, "担当者名をご確認ください。", MONTH);

        assertThat(clinic.basic(port).get("/api/qualifications/" + number).body())
                .contains("\"state\":\"RETURNED\"", "\"reason\":\"担当者名をご確認ください。\"", "\"answerUntil\":\"2026-12-20\"")
                .doesNotContain("reviewDue");
    }

    @Test
    void tellsWhyItWasRejected() {
        reviews.reject(id, OFFICER, "申請者が特定できません。");

        assertThat(clinic.basic(port).get("/api/qualifications").body())
                .contains("\"state\":\"REJECTED\"", "\"reason\":\"申請者が特定できません。\"")
                .contains("\"decidedAt\":\"2026-11-20T10:00:00+09:00\"");
    }

    @Test
    void tellsOfWithdrawalAbandonmentAndAcceptance() {
        reviews.sendBack(id, OFFICER, "理由", MONTH);
        desk.withdraw(id, clinic.id());
        var second = submittedAgain();
        reviews.sendBack(second, OFFICER, "理由", MONTH);
        desk.abandon(second);
        reviews.accept(submittedAgain(), OFFICER);

        assertThat(clinic.basic(port).get("/api/qualifications").body())
                .containsSubsequence("\"state\":\"ACCEPTED\"", "\"state\":\"ABANDONED\"", "\"state\":\"WITHDRAWN\"");
    }

    @ParameterizedTest
    @EnumSource(names = {"REVIEWER", "SUPERVISOR", "DISPATCH", "CALL_CENTRE", "OPERATOR"})
    void tellsStaffAboutTheApplicationsOfAllClinics(Role role) {
        var somebody = people.staff(role).basic(port);

        assertThat(somebody.get("/api/qualifications/" + number).statusCode()).isEqualTo(200);
        assertThat(somebody.get("/api/qualifications").body()).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"R19990101-00001", "1", "20261120-00001", "r20261120-00001", "%3Cb%3E"})
    void answersAboutANumberNobodyHasAsAboutAnotherClinics(String unknown) {
        var stranger = people.clinic().basic(port);

        var aboutOthers = stranger.get("/api/qualifications/" + number);
        var aboutNobodys = stranger.get("/api/qualifications/" + unknown);

        assertThat(aboutOthers.statusCode()).isEqualTo(404);
        assertThat(aboutNobodys.statusCode()).isEqualTo(404);
        assertThat(withoutPath(aboutNobodys.body())).isEqualTo(withoutPath(aboutOthers.body()));
        assertThat(stranger.get("/api/qualifications").body()).doesNotContain(number);
    }

    @Test
    void onlyOperatorsSendAFileToTheSamePath() {
        assertThat(clinic.basic(port)
                        .post("/api/qualifications", "医療機関コード,受付日,支払方法\n", "text/csv;charset=UTF-8")
                        .statusCode())
                .isEqualTo(403);
        assertThat(people.staff(Role.ANALYST)
                        .basic(port)
                        .get("/api/qualifications")
                        .statusCode())
                .isEqualTo(403);
    }

    private QualificationId submittedAgain() {
        clock.standAt(LocalDateTime.now(clock).plusHours(1));
        var next = desk.open(clinic.id(), MONTH).id();
        desk.enter(next, "鈴木", PaymentMethod.DEDUCTION);
        desk.submit(next, clinic.id(), new BusinessPeriod(5));
        return next;
    }

    private static String withoutPath(String problem) {
        return problem.replaceFirst("\"instance\":\"[^\"]*\"", "");
    }
}
