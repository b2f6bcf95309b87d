package jp.fudamori.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.fudamori.MovableClock;

/** The one application that a journey follows: who works on it, where it stands, and what came out so far. */
final class JourneyCase {

    static final String CLINIC = "clinic1";
    static final String OTHER_CLINIC = "clinic2";
    static final String REVIEWER = "reviewer1";
    static final String DISPATCH = "dispatch1";
    static final String ADMINISTRATOR = "admin";
    static final String CONTACT = "山田 花子";

    private final DemoClients clients;
    private final MovableClock clock;
    private final JourneyMails mails;
    private final DevelopmentFolders folders;
    private final TaskDriver tasks;

    private String instance = "";
    private String number = "";
    private LocalDate approvedOn = LocalDate.MIN;
    private PrintedSecrets secrets = PrintedSecrets.NONE;

    JourneyCase(DemoClients clients, MovableClock clock, JourneyMails mails, DevelopmentFolders folders) {
        this.clients = clients;
        this.clock = clock;
        this.mails = mails;
        this.folders = folders;
        this.tasks = new TaskDriver(clients::engine);
    }

    DemoClients clients() {
        return clients;
    }

    MovableClock clock() {
        return clock;
    }

    JourneyMails mails() {
        return mails;
    }

    TaskDriver tasks() {
        return tasks;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    void begin() {
        instance = tasks.start(CLINIC, "certificate-application");
    }

    String instance() {
        return instance;
    }

    /** Waits for the number that the submission gives, and goes by it from now on. */
    void awaitNumber() {
        number = Patience.await(
                "受付番号が付きません。",
                () -> Optional.ofNullable(clients.engine(ADMINISTRATOR)
                        .get("/process-instance/" + instance)
                        .get("businessKey")
                        .textValue()));
        tasks.follow(number);
    }

    String number() {
        return number;
    }

    /** @return who did it */
    String work(String account, String task, Map<String, ?> fields) {
        tasks.complete(account, task, fields);
        return account;
    }

    void approve(String reviewer) {
        approvedOn = today();
        work(reviewer, "reviewApplication", Map.of("decision", "approve", "reason", "登録内容と一致しています。"));
    }

    /** The day of issue too: the server signs at once. */
    LocalDate approvedOn() {
        return approvedOn;
    }

    void readSecrets(String letter) {
        secrets = PrintedSecrets.readFrom(letter);
    }

    PrintedSecrets secrets() {
        return secrets;
    }

    /** Where the application and its tasks stand, in Japanese. */
    String state() {
        var openTasks = tasks.openTasks(ADMINISTRATOR);
        return number.isEmpty() ? openTasks : status().path("stateName").asText() + " " + openTasks;
    }

    private JsonNode status() {
        return clients.web(CLINIC).get("/api/applications/" + number);
    }

    Path folder() {
        return folders.root();
    }

    Path mailFolder() {
        return folders.mail();
    }

    Path pkcs12() {
        return folders.root().resolve("certificate.p12");
    }
}
