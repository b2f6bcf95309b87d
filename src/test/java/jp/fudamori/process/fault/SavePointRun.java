package jp.fudamori.process.fault;

import static jp.fudamori.process.fault.OfficeCase.DISPATCH;
import static jp.fudamori.process.fault.OfficeCase.REVIEWER;
import static jp.fudamori.process.fault.OfficeCase.SUPERVISOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.fudamori.MovableClock;
import jp.fudamori.demo.Patience;

/**
 * How a case comes to a save point, and what is left to do once the job there is done.
 *
 * @param letters how many the case has in the end, each of them not posted unless the case ended
 */
record SavePointRun(
        SavePoint point, String clinic, Consumer<OfficeCase> reach, Consumer<OfficeCase> finish, int letters) {

    private static final String APPLICATION = "certificate-application/";
    private static final String QUALIFICATION = "qualification-application/";
    private static final String NOTICE = "notice-delivery/";

    /** 利用申請 on file. */
    static final String CLINIC = "clinic1";

    /** The same, and refused once. */
    static final String REFUSED_ONCE = "clinic2";

    /** No 利用申請 on file. */
    static final String NEWCOMER = "clinic3";

    private static final Map<String, String> APPROVE = Map.of("decision", "approve");
    private static final Map<String, String> REJECT = Map.of("decision", "reject", "reason", "申請者が特定できません。");

    static List<SavePointRun> all() {
        return Stream.of(drafts(), reviews(), deadlines(), issues(), notices(), qualifications(), newcomers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<SavePointRun> drafts() {
        return List.of(
                ending(APPLICATION + "qualificationUnconfirmed", CLINIC, office -> {
                    office.start("certificate-application");
                    office.hasten("qualificationUnconfirmed");
                }),
                ending(APPLICATION + "draftExpired", CLINIC, office -> {
                    office.open();
                    office.hasten("draftExpired");
                }),
                ending(APPLICATION + "qualificationWaitOver", NEWCOMER, office -> {
                    office.open();
                    office.hasten("qualificationWaitOver");
                }),
                ending("account-opening/registrationExpired", CLINIC, office -> {
                    office.register("newcomer@clinic.example");
                    office.hasten("registrationExpired");
                }),
                ending("phone-call/callForgotten", CLINIC, office -> {
                    var slip = Map.of("institutionCode", "1330100016", "caller", "鈴木", "identityCheck", "CALLBACK");
                    office.start("call1", "phone-call", slip);
                    office.hasten("callForgotten");
                }));
    }

    private static List<SavePointRun> reviews() {
        return List.of(
                withLetter("mail-delivery/sendMail", OfficeCase::submit, OfficeCase::approve),
                withLetter(APPLICATION + "reviewReminder", inReview("reviewReminder"), OfficeCase::approve),
                withLetter(APPLICATION + "remindReviewers", inReview("reviewReminder"), OfficeCase::approve),
                withLetter(APPLICATION + "reviewOverdue", inReview("reviewOverdue"), approvedBySupervisor()),
                withLetter(APPLICATION + "escalateReview", inReview("reviewOverdue"), approvedBySupervisor()),
                new SavePointRun(
                        SavePoint.of(APPLICATION + "secondApprovalOverdue"),
                        REFUSED_ONCE,
                        SavePointRun::secondApproval,
                        office -> {
                            office.staff(SUPERVISOR, "approveSecond", APPROVE);
                            office.awaitLetter();
                        },
                        1),
                ending(APPLICATION + "correctionOverdue", CLINIC, office -> {
                    office.submit();
                    office.staff(
                            REVIEWER,
                            "reviewApplication",
                            Map.of("decision", "return", "contactRemark", "担当者名をご確認ください"));
                    office.hasten("correctionOverdue");
                }));
    }

    private static List<SavePointRun> deadlines() {
        return List.of(withLetter("deadline-recount/recountDeadlines", SavePointRun::recount, OfficeCase::approve));
    }

    /** The last day for the review becomes one on which the office is closed. */
    private static void recount(OfficeCase office) {
        office.submit();
        office.office().awaitQuiet();
        var due = office.office()
                .jdbc()
                .sql("select review_due::text from fudamori.certificate_application where application_number = ?")
                .param(office.number())
                .query(String.class)
                .single();
        var recount = office.another();
        recount.start("operator1", "deadline-recount", Map.of("day", due, "opening", "closed", "dayName", "臨時休業日"));
        recount.staff("operator1", "confirmRecount", Map.of("decision", "recount", "reason", "臨時休業日のため、数え直しました。"));
    }

    private static Consumer<OfficeCase> inReview(String timer) {
        return office -> {
            office.submit();
            office.hasten(timer);
        };
    }

    private static Consumer<OfficeCase> approvedBySupervisor() {
        return office -> office.staff(SUPERVISOR, "reviewApplication", APPROVE);
    }

    private static void secondApproval(OfficeCase office) {
        office.submit();
        office.staff(REVIEWER, "reviewApplication", REJECT);
        office.submit();
        office.approve();
        office.hasten("secondApprovalOverdue");
    }

    private static List<SavePointRun> issues() {
        return List.of(
                withLetter(APPLICATION + "vetCertificate", SavePointRun::approved, done -> {}),
                withLetter(APPLICATION + "signCertificate", SavePointRun::approved, done -> {}),
                withLetter(NOTICE + "printLetter", SavePointRun::approved, done -> {}),
                new SavePointRun(
                        SavePoint.of(APPLICATION + "lineDelayed"),
                        CLINIC,
                        SavePointRun::delayed,
                        SavePointRun::mended,
                        2));
    }

    static void approved(OfficeCase office) {
        office.submit();
        office.office().awaitQuiet();
        office.approve();
    }

    /** The second line cannot be issued, because its fee cannot be stored. */
    private static void delayed(OfficeCase office) {
        office.office()
                .jdbc()
                .sql("alter table fudamori.fee add constraint no_second_line check (reference !~ '-02$') not valid")
                .update();
        approved(office);
        var failed =
                "select count(*) from public.act_ru_job where handler_type_ = 'async-continuation' and retries_ < 4";
        Patience.await(
                "発行が失敗しません。", () -> Optional.of(office.office().number(failed)).filter(jobs -> jobs == 1));
        office.hasten("lineDelayed");
    }

    private static void mended(OfficeCase office) {
        office.awaitLetter();
        office.office()
                .jdbc()
                .sql("alter table fudamori.fee drop constraint no_second_line")
                .update();
        office.hasten("signCertificate");
        var letters = "select count(*) from fudamori.letter where application_number = ?";
        Patience.await(
                "2通目の通知書ができません。",
                () -> Optional.of(office.office().number(letters, office.number()))
                        .filter(count -> count == 2));
    }

    private static List<SavePointRun> notices() {
        return List.of(
                new SavePointRun(
                        SavePoint.of(NOTICE + "noteDelivery"),
                        CLINIC,
                        office -> {
                            approved(office);
                            var secrets = office.secrets();
                            office.post();
                            office.office().awaitQuiet();
                            office.download(secrets);
                        },
                        OfficeCase::awaitEnd,
                        1),
                new SavePointRun(
                        SavePoint.of(NOTICE + "letterSilent"),
                        CLINIC,
                        office -> {
                            approved(office);
                            office.post();
                            office.hasten("letterSilent");
                        },
                        office -> {
                            var today = LocalDate.now(MovableClock.TOKYO).toString();
                            office.staff(
                                    DISPATCH,
                                    "inquireAtPost",
                                    Map.of("kind", "delivered", "day", today, "note", "郵便窓口に照会した。"));
                            office.awaitEnd();
                        },
                        1));
    }

    private static List<SavePointRun> qualifications() {
        return List.of(
                ending(QUALIFICATION + "entryExpired", NEWCOMER, office -> {
                    office.start("qualification-application");
                    office.hasten("entryExpired");
                }),
                ending(QUALIFICATION + "confirmationExpired", NEWCOMER, office -> {
                    enterQualification(office);
                    office.hasten("confirmationExpired");
                }),
                new SavePointRun(
                        SavePoint.of(QUALIFICATION + "reviewReminder"),
                        NEWCOMER,
                        office -> submitQualification(office, "reviewReminder"),
                        office -> rejectQualification(office, REVIEWER),
                        0),
                new SavePointRun(
                        SavePoint.of(QUALIFICATION + "reviewOverdue"),
                        NEWCOMER,
                        office -> submitQualification(office, "reviewOverdue"),
                        office -> rejectQualification(office, SUPERVISOR),
                        0));
    }

    /** The last of an application, because the clinic is no newcomer afterwards. */
    private static List<SavePointRun> newcomers() {
        return List.of(new SavePointRun(
                SavePoint.of(APPLICATION + "resumeApplication"),
                NEWCOMER,
                office -> {
                    office.open();
                    var qualification = office.another();
                    enterQualification(qualification);
                    qualification.clinic("confirmQualificationEntry", Map.of("action", "submit"));
                    office.office().awaitQuiet();
                    qualification.staff(REVIEWER, "reviewQualification", Map.of("decision", "accept"));
                },
                office -> {
                    office.write(2);
                    office.approve();
                    office.awaitLetter();
                },
                1));
    }

    private static void enterQualification(OfficeCase office) {
        office.start("qualification-application");
        office.clinic("enterQualification", Map.of("paymentMethod", "INVOICE", "contactName", "事務部 鈴木花子"));
    }

    private static void submitQualification(OfficeCase office, String timer) {
        enterQualification(office);
        office.clinic("confirmQualificationEntry", Map.of("action", "submit"));
        office.hasten(timer);
    }

    private static void rejectQualification(OfficeCase office, String who) {
        office.staff(who, "reviewQualification", REJECT);
        office.awaitEnd();
    }

    static SavePointRun ending(String point, String clinic, Consumer<OfficeCase> reach) {
        return new SavePointRun(SavePoint.of(point), clinic, reach, OfficeCase::awaitEnd, 0);
    }

    static SavePointRun withLetter(String point, Consumer<OfficeCase> reach, Consumer<OfficeCase> finish) {
        return new SavePointRun(SavePoint.of(point), CLINIC, reach, finish.andThen(OfficeCase::awaitLetter), 1);
    }

    @Override
    public String toString() {
        return point.toString();
    }
}
