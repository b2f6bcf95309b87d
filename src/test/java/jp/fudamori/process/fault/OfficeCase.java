package jp.fudamori.process.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jp.fudamori.Client;
import jp.fudamori.TrackingNumbers;
import jp.fudamori.demo.DemoClients;
import jp.fudamori.demo.LetterText;
import jp.fudamori.demo.Patience;
import jp.fudamori.demo.PrintedSecrets;
import jp.fudamori.demo.TaskDriver;

/** One case of a clinic as all people of the office work on it, over HTTP. */
final class OfficeCase {

    static final String REVIEWER = "reviewer1";
    static final String SUPERVISOR = "supervisor1";
    static final String DISPATCH = "dispatch1";

    private static final AtomicInteger TERMINALS = new AtomicInteger();

    private final TestOffice office;
    private final DemoClients clients;
    private final TaskDriver tasks;
    private final String clinic;
    private String instance = "";
    private String number = "";

    OfficeCase(TestOffice office, DemoClients clients, String clinic) {
        this.office = office;
        this.clients = clients;
        this.tasks = new TaskDriver(clients::engine);
        this.clinic = clinic;
    }

    /** Something else that the same clinic, or the office, begins meanwhile. */
    OfficeCase another() {
        return new OfficeCase(office, clients, clinic);
    }

    String number() {
        return number;
    }

    TestOffice office() {
        return office;
    }

    void start(String who, String process, Map<String, ?> fields) {
        instance = tasks.start(who, process, fields);
    }

    void start(String process) {
        start(clinic, process, Map.of());
    }

    void clinic(String task, Map<String, ?> fields) {
        tasks.complete(clinic, task, fields);
    }

    void staff(String who, String task, Map<String, ?> fields) {
        tasks.complete(who, task, fields);
    }

    void open() {
        start("certificate-application");
        clinic("confirmQualification", Map.of("claimed", false));
    }

    /** An application with two terminals that nobody else has. */
    void submit() {
        submit(2);
    }

    void submit(int terminals) {
        open();
        write(terminals);
    }

    void write(int terminals) {
        clinic("consentToFee", Map.of("consent", true));
        clinic("enterApplication", Map.of("contactName", "事務部 鈴木花子", "terminalNames", names(terminals)));
        clinic("confirmApplication", Map.of("action", "submit"));
        number = clients.engine("admin")
                .get("/process-instance/" + instance)
                .get("businessKey")
                .textValue();
        tasks.follow(number);
    }

    private static String names(int terminals) {
        var names = new StringBuilder();
        for (int terminal = 0; terminal < terminals; terminal++) {
            names.append("受付PC").append(TERMINALS.incrementAndGet()).append('\n');
        }
        return names.toString().strip();
    }

    void approve() {
        staff(REVIEWER, "reviewApplication", Map.of("decision", "approve"));
    }

    void awaitLetter() {
        tasks.await(DISPATCH, "postLetter");
    }

    PrintedSecrets secrets() {
        awaitLetter();
        return printedSecrets();
    }

    /** What the one letter of the case says, wherever the case is now; it is not posted. */
    PrintedSecrets printedSecrets() {
        var letter = office.jdbc()
                .sql("select letter_number from fudamori.letter where application_number = ?")
                .param(number)
                .query(String.class)
                .single();
        try {
            var pdf = Files.createTempFile("letter", ".pdf");
            Files.write(pdf, clients.web(DISPATCH).getBytes("/api/letters/" + letter));
            var secrets = PrintedSecrets.readFrom(LetterText.of(pdf));
            Files.delete(pdf);
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void post() {
        var today = LocalDate.now(jp.fudamori.MovableClock.TOKYO).toString();
        staff(
                DISPATCH,
                "postLetter",
                Map.of("trackingNumber", TrackingNumbers.next().toString(), "postedOn", today));
    }

    void download(PrintedSecrets secrets) {
        clients.download(secrets);
    }

    /** Lets the first certificate of the case end in sixty days, and waits until the campaign has seen that. */
    void offerRenewal() {
        office.jdbc().sql("""
                update fudamori.certificate
                   set not_after = not_after - (not_after::date - current_date - 60) * interval '1 day'
                 where application_number = ? and line = 1
                """).param(number).update();
        office.beginCampaign();
        follow("更新の案内が始まりません。", number + "-01");
    }

    /** The clinic's account and letter prove which terminal it is. */
    void fetchRenewed(PrintedSecrets secrets) {
        clients.fetchRenewed(clinic, secrets, "Chosen-Password-2030");
    }

    /** The registry says that the clinic's code ends today. */
    void endInstitution(String successor) {
        var today = LocalDate.now(jp.fudamori.MovableClock.TOKYO);
        var csv = "医療機関コード,廃止日,承継先医療機関コード\n%s,%s,%s\n".formatted(institution(), today, successor);
        clients.web("operator1").postCsv("/api/institutions/endings", csv);
        followEnding();
    }

    /** From now on the case is the ending of the clinic's code. */
    void followEnding() {
        follow("廃止の手続きが始まりません。", institution());
    }

    /** Somebody opens an account for the code that goes on. */
    void openSuccessor(String code) {
        clients.web("admin")
                .post(
                        "/api/accounts",
                        Map.of(
                                "id",
                                "clinic" + code,
                                "name",
                                "承継先",
                                "mail",
                                code + "@example.jp",
                                "roles",
                                List.of("clinic"),
                                "institution",
                                code,
                                "password",
                                "Chosen-Password-2030"));
    }

    private String institution() {
        return office.jdbc()
                .sql("select institution_code from fudamori.account where account_id = ?")
                .param(clinic)
                .query(String.class)
                .single();
    }

    private void follow(String missing, String key) {
        instance = Patience.await(
                missing,
                () -> office.jdbc()
                        .sql("select id_ from public.act_ru_execution where business_key_ = ? and id_ = proc_inst_id_")
                        .param(key)
                        .query(String.class)
                        .optional());
        tasks.follow(key);
    }

    /** Waits until the process is there. */
    void awaitActivity(String activity) {
        var there = "select count(*) from public.act_ru_execution where proc_inst_id_ = ? and act_id_ = ?";
        Patience.await(
                "手続きが %s に進みません。".formatted(activity),
                () -> Optional.of(office.number(there, instance, activity)).filter(waiting -> waiting == 1));
    }

    /** Somebody asks on the portal's page for an account of their own. */
    void register(String mail) {
        Client.anonymous(clients.webPort()).submit("/register", "/register", Map.of("mail", mail));
        instance = office.jdbc().sql("""
                        select instance.id_
                          from public.act_ru_execution instance
                          join fudamori.registration on registration_id = instance.business_key_
                         where mail = ? and instance.proc_def_id_ like 'account-opening:%'
                        """).param(mail).query(String.class).single();
    }

    /** Lets the time of a job come now, when nothing else is under way. */
    void hasten(String activity) {
        office.awaitQuiet();
        Patience.await(
                "ジョブ %s がありません。".formatted(activity),
                () -> Optional.of(bringForward(activity)).filter(jobs -> jobs > 0));
    }

    /** Lets the time of a job come now that belongs to no clinic. */
    void hastenOffice(String activity) {
        office.awaitQuiet();
        office.jdbc().sql("""
                update public.act_ru_job job
                   set duedate_ = ?
                  from public.act_ru_jobdef jobs
                 where jobs.id_ = job.job_def_id_ and jobs.act_id_ = ?
                """).params(Timestamp.from(Instant.now()), activity).update();
    }

    /** Sends a message that starts a process of the office. */
    void message(String name) {
        clients.engine("admin").post("/message", Map.of("messageName", name));
    }

    private int bringForward(String activity) {
        return office.jdbc()
                .sql("""
                update public.act_ru_job job
                   set duedate_ = ?
                  from public.act_ru_execution instance, public.act_ru_jobdef jobs
                 where instance.id_ = job.process_instance_id_
                   and jobs.id_ = job.job_def_id_
                   and jobs.act_id_ = ?
                   and (instance.id_ = ? or instance.business_key_ = ?)
                """)
                .params(Timestamp.from(Instant.now()), activity, instance, number)
                .update();
    }

    /** Waits until the process has come to its end, whatever that is. */
    void awaitEnd() {
        Patience.await(
                "手続きが終わりません。",
                () -> Optional.of(office.number("select count(*) from public.act_ru_execution where id_ = ?", instance))
                        .filter(open -> open == 0));
    }
}
