package jp.fudamori.qualification;

import static jp.fudamori.institution.Qualification.PaymentMethod.DEDUCTION;
import static jp.fudamori.institution.Qualification.PaymentMethod.INVOICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import jp.fudamori.DatabaseContents;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.institution.Qualification;
import jp.fudamori.qualification.QualificationApplication.Abandoned;
import jp.fudamori.qualification.QualificationApplication.Accepted;
import jp.fudamori.qualification.QualificationApplication.Draft;
import jp.fudamori.qualification.QualificationApplication.Rejected;
import jp.fudamori.qualification.QualificationApplication.Returned;
import jp.fudamori.qualification.QualificationApplication.Submission;
import jp.fudamori.qualification.QualificationApplication.Submitted;
import jp.fudamori.qualification.QualificationApplication.Withdrawn;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class QualificationDeskIT {

    private static final Period MONTH = Period.ofDays(30);
    private static final BusinessPeriod WEEK = new BusinessPeriod(5);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final AccountId OFFICER = new AccountId("reviewer-a");

    @Autowired
    QualificationDesk desk;

    @Autowired
    QualificationReviewDesk reviews;

    @Autowired
    InstitutionRegistry registry;

    @Autowired
    Participants people;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Person clinic;

    @BeforeEach
    void setUp() {
        clock.standAt(TODAY.atTime(10, 0));
        clinic = people.clinicWithoutQualification();
    }

    @Test
    void aDraftIsOpenForThirtyDays() {
        var draft = desk.open(clinic.id(), MONTH);

        assertThat(draft.opening().institution()).isEqualTo(clinic.institution());
        assertThat(draft.answerUntil()).isEqualTo("2026-12-20");
        assertThat(desk.application(draft.id())).isEqualTo(draft);
    }

    @Test
    void onlyARegisteredClinicApplies() {
        var closed = people.clinicNotInRegistry();
        var reviewer = people.staff(Role.REVIEWER);

        assertRefused("institution-not-registered", () -> desk.open(closed.id(), MONTH));
        assertRefused("not-a-clinic", () -> desk.open(reviewer.id(), MONTH));
    }

    @Test
    void submissionGivesANumberAndADueDateInBusinessDays() {
        var submission = desk.submit(entered(), clinic.id(), WEEK);

        assertThat(submission.number().value()).matches("R20261120-\\d{5}");
        assertThat(submission.reviewDue())
                .as("Labour Thanksgiving Day is not counted")
                .isEqualTo("2026-11-30");
        assertThat(submission.round()).isOne();
        assertThat(desk.find(submission.number()).orElseThrow()).isInstanceOf(Submitted.class);
        assertThat(DatabaseContents.audited(
                        "qualification-submitted", submission.number().value(), jdbc))
                .isOne();
    }

    @Test
    void nothingIsSubmittedUnwritten() {
        var id = desk.open(clinic.id(), MONTH).id();

        assertRefused("entry-missing", () -> desk.submit(id, clinic.id(), WEEK));
    }

    @ParameterizedTest(name = "[{index}] {1}")
    @CsvSource(
            delimiter = '|',
            value = {"'  ' | 入力してください", "<b>鈴木</b> | 使えない文字", "'鈴\u0007木' | 使えない文字"})
    void aContactNameIsOneLineOfText(String typed, String message) {
        var id = desk.open(clinic.id(), MONTH).id();

        assertThatThrownBy(() -> desk.enter(id, typed, DEDUCTION)).hasMessageContaining(message);
        assertThatThrownBy(() -> desk.enter(id, "𠮷".repeat(41), DEDUCTION)).hasMessageContaining("40文字以内");
        assertThat(desk.application(id))
                .isInstanceOfSatisfying(
                        Draft.class, draft -> assertThat(draft.entry()).isEmpty());
    }

    @Test
    void acceptancePutsThePaymentMethodOnFile() {
        var id = submitted();

        reviews.accept(id, OFFICER);

        assertThat(registry.qualification(clinic.institution()))
                .contains(new Qualification(clinic.institution(), TODAY, INVOICE));
        assertThat(desk.application(id))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.decidedBy()).isEqualTo(OFFICER));
        assertThat(DatabaseContents.audited("qualification-application-accepted", number(id), jdbc))
                .isOne();
        assertThat(DatabaseContents.audited(
                        "qualification-accepted", clinic.institution().value(), jdbc))
                .isOne();
    }

    @Test
    void aSecondApplicationChangesThePaymentMethodFromItsAcceptanceOn() {
        reviews.accept(submitted(), OFFICER);
        clock.standAt(LocalDateTime.of(2026, 12, 1, 10, 0));
        var second = desk.open(clinic.id(), MONTH).id();
        desk.enter(second, "事務部 鈴木花子", DEDUCTION);
        desk.submit(second, clinic.id(), WEEK);

        assertThat(registry.qualification(clinic.institution()).orElseThrow().paymentMethod())
                .isEqualTo(INVOICE);
        reviews.accept(second, OFFICER);

        assertThat(registry.qualification(clinic.institution()))
                .contains(new Qualification(clinic.institution(), LocalDate.of(2026, 12, 1), DEDUCTION));
    }

    @Test
    void aReturnedApplicationComesInAgainUnderItsNumber() {
        var id = submitted();
        var number = number(id);
        clock.standAt(LocalDateTime.of(2026, 11, 24, 10, 0));

        assertThat(reviews.sendBack(id, OFFICER, " 担当者名をご確認ください。 ", MONTH)).isEqualTo("2026-12-24");
        assertThat(desk.application(id)).isInstanceOfSatisfying(Returned.class, returned -> {
            assertThat(returned.reason()).isEqualTo("担当者名をご確認ください。");
            assertThat(returned.entry()).isPresent();
        });
        clock.standAt(LocalDateTime.of(2026, 12, 1, 10, 0));
        desk.enter(id, "院長 髙﨑", DEDUCTION);
        var again = desk.submit(id, clinic.id(), WEEK);

        assertThat(again.number().value()).isEqualTo(number);
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.reviewDue()).isEqualTo("2026-12-08");
        assertThat(again.entry().contact().value()).isEqualTo("院長 髙﨑");
    }

    @Test
    void rejectionPutsNothingOnFile() {
        var id = submitted();

        reviews.reject(id, OFFICER, "申請者が特定できません。");

        assertThat(registry.qualification(clinic.institution())).isEmpty();
        assertThat(desk.application(id))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo("申請者が特定できません。"));
    }

    @Test
    void whoSaysNoSaysWhy() {
        var id = submitted();

        assertRefused("reason-missing", () -> reviews.reject(id, OFFICER, " "));
        assertRefused("reason-missing", () -> reviews.sendBack(id, OFFICER, "", MONTH));
        assertThat(desk.application(id)).isInstanceOf(Submitted.class);
    }

    @Test
    void withdrawalAndAbandonmentCloseItOnce() {
        var withdrawn = entered();
        desk.withdraw(withdrawn, clinic.id());
        desk.withdraw(withdrawn, clinic.id());
        var abandoned = entered();
        desk.abandon(abandoned);
        desk.abandon(abandoned);

        assertThat(desk.application(withdrawn)).isInstanceOf(Withdrawn.class);
        assertThat(desk.application(abandoned)).isInstanceOf(Abandoned.class);
        assertThat(DatabaseContents.audited("qualification-withdrawn", withdrawn.toString(), jdbc))
                .isOne();
        assertThat(DatabaseContents.audited("qualification-abandoned", abandoned.toString(), jdbc))
                .isOne();
    }

    @Test
    void whatIsUnderReviewIsNotAbandoned() {
        var id = submitted();

        desk.abandon(id);

        assertThat(desk.application(id)).isInstanceOf(Submitted.class);
    }

    static Stream<Arguments> decisions() {
        return Stream.of(
                Arguments.of("accept", (BiConsumer<QualificationReviewDesk, QualificationId>)
                        (reviews, id) -> reviews.accept(id, OFFICER)),
                Arguments.of("reject", (BiConsumer<QualificationReviewDesk, QualificationId>)
                        (reviews, id) -> reviews.reject(id, OFFICER, "理由")),
                Arguments.of("send back", (BiConsumer<QualificationReviewDesk, QualificationId>)
                        (reviews, id) -> reviews.sendBack(id, OFFICER, "理由", MONTH)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    void whatIsDecidedIsNotDecidedAgain(String name, BiConsumer<QualificationReviewDesk, QualificationId> decision) {
        var id = submitted();
        decision.accept(reviews, id);
        var decided = desk.application(id);

        assertThat(decisions())
                .allSatisfy(again -> assertRefused("not-under-review", () -> {
                    @SuppressWarnings("unchecked")
                    var step = (BiConsumer<QualificationReviewDesk, QualificationId>) again.get()[1];
                    step.accept(reviews, id);
                }));
        assertThat(desk.application(id)).as(name).isEqualTo(decided);
    }

    @Test
    void anOpenApplicationIsNamedToWhoBeginsAnother() {
        var id = desk.open(clinic.id(), MONTH).id();
        assertThatThrownBy(() -> desk.open(clinic.id(), MONTH)).hasMessageContaining("作成中の利用申請があります");

        desk.enter(id, "鈴木", DEDUCTION);
        var number = desk.submit(id, clinic.id(), WEEK).number().value();
        assertRefused("application-open", () -> desk.open(clinic.id(), MONTH));
        assertThatThrownBy(() -> desk.open(clinic.id(), MONTH)).hasMessageContaining(number + " の利用申請を審査しています");

        reviews.sendBack(id, OFFICER, "理由", MONTH);
        assertThatThrownBy(() -> desk.open(clinic.id(), MONTH)).hasMessageContaining(number + " の利用申請に訂正をお願いしています");

        desk.withdraw(id, clinic.id());
        assertThat(desk.open(clinic.id(), MONTH).id()).isNotEqualTo(id);
    }

    @Test
    void ofTwoThatBeginAtOnceOneDoes() throws InterruptedException {
        assertThat(atOnce(() -> desk.open(clinic.id(), MONTH))).isOne();
    }

    @Test
    void ofTwoThatDecideAtOnceOneDoes() throws InterruptedException {
        var id = submitted();

        assertThat(atOnce(() -> {
                    reviews.accept(id, OFFICER);
                    return id;
                }))
                .isOne();
    }

    @Test
    void listsWhatWasSubmittedNewestFirst() {
        reviews.reject(submitted(), OFFICER, "理由");
        clock.standAt(LocalDateTime.of(2026, 11, 24, 10, 0));
        submitted();

        assertThat(desk.of(clinic.institution()))
                .extracting(application -> application.lastSubmission().map(Submission::submittedAt))
                .isSortedAccordingTo(
                        Collections.reverseOrder((a, b) -> a.orElseThrow().compareTo(b.orElseThrow())))
                .hasSize(2);
        desk.open(people.clinic().id(), MONTH);
        assertThat(desk.latest())
                .allSatisfy(listed -> assertThat(listed.lastSubmission()).isPresent());
    }

    /** Returns how many of two succeed; the other must be refused. */
    private static long atOnce(Callable<?> action) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(2);
        try {
            var done = threads.invokeAll(Collections.nCopies(2, action));
            return done.stream().filter(QualificationDeskIT::succeeded).count();
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean succeeded(Future<?> done) {
        try {
            done.get();
            return true;
        } catch (Exception failure) {
            assertThat(failure).hasCauseInstanceOf(Refusal.class);
            return false;
        }
    }

    private QualificationId entered() {
        var id = desk.open(clinic.id(), MONTH).id();
        desk.enter(id, " 事務部 鈴木花子 ", INVOICE);
        return id;
    }

    private QualificationId submitted() {
        var id = entered();
        desk.submit(id, clinic.id(), WEEK);
        return id;
    }

    private String number(QualificationId id) {
        return desk.application(id).lastSubmission().orElseThrow().number().value();
    }

    private static void assertRefused(String code, ThrowingCallable action) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(action)
                .extracting(refusal -> refusal.reason().code())
                .isEqualTo(code);
    }
}
