package jp.fudamori.demo;

import static jp.fudamori.demo.JourneyWorld.ADMINISTRATOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One application that a journey follows: who works on it, where it stands, and what came out so far. */
final class JourneyCase {

    static final String CONTACT = "山田 花子";

    private final JourneyWorld world;
    private final String clinic;
    private final Path folder;
    private final TaskDriver tasks;

    private String instance = "";
    private String number = "";
    private LocalDate approvedOn = LocalDate.MIN;
    private List<PrintedSecrets> secrets = List.of();

    /** @param name of the folder in which what comes out is kept */
    JourneyCase(JourneyWorld world, String clinic, String name) {
        this.world = world;
        this.clinic = clinic;
        this.folder = world.folder().resolve(name);
        this.tasks = new TaskDriver(world.clients()::engine);
    }

    JourneyWorld world() {
        return world;
    }

    String clinic() {
        return clinic;
    }

    TaskDriver tasks() {
        return tasks;
    }

    LocalDate today() {
        return LocalDate.now(world.clock());
    }

    void passDays(int days) {
        world.clock().runFrom(LocalDateTime.now(world.clock()).plusDays(days));
    }

    void begin() {
        instance = tasks.start(clinic, "certificate-application");
    }

    /** Lets days pass until that day. */
    void passUntil(LocalDate day) {
        passDays((int) ChronoUnit.DAYS.between(today(), day));
    }

    /** Goes on with an application that something else has prepared for the clinic. */
    void beginPrepared() {
        instance = Patience.await(
                        "用意された申請が現れません。",
                        () -> Optional.ofNullable(world.clients()
                                .engine(clinic)
                                .get("/task?assignee=%s&taskDefinitionKey=consentToFee&sortBy=created&sortOrder=desc"
                                        .formatted(clinic))
                                .get(0)))
                .get("processInstanceId")
                .textValue();
        tasks.followInstance(instance);
    }

    String instance() {
        return instance;
    }

    /** Waits for the number that the submission gives, and goes by it from now on. */
    void awaitNumber() {
        number = Patience.await(
                "受付番号が付きません。",
                () -> Optional.ofNullable(world.clients()
                        .engine(ADMINISTRATOR)
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

    /** Returns what is there already when the form is opened. */
    String offered(String account, String task, String field) {
        return tasks.offered(account, task, field);
    }

    /** @param more what is entered besides the decision */
    String approve(String reviewer, Map<String, ?> more) {
        approvedOn = today();
        var fields = new HashMap<String, Object>(more);
        fields.put("decision", "approve");
        return work(reviewer, "reviewApplication", fields);
    }

    /** The day of issue too: the server signs at once. */
    LocalDate approvedOn() {
        return approvedOn;
    }

    /** @param letter text of all its pages */
    void readSecrets(String letter) {
        secrets = PrintedSecrets.allIn(letter);
    }

    /** Those of each certificate, in the order of the letter's pages. */
    List<PrintedSecrets> secrets() {
        return secrets;
    }

    /** Where the application and its tasks stand, in Japanese. */
    String state() {
        var openTasks = tasks.openTasks(ADMINISTRATOR);
        return number.isEmpty() ? openTasks : status().path("stateName").asText() + " " + openTasks;
    }

    /** As the clinic sees it at {@code /api/applications}. */
    JsonNode status() {
        return statusFor(clinic);
    }

    /** As the dispatch staff or another account sees it. */
    JsonNode statusFor(String account) {
        return world.clients().web(account).get("/api/applications/" + number);
    }

    /** Waits until the clinic sees this state. */
    void awaitState(String state) {
        Patience.await(
                "申請の状態が %s になりません。".formatted(state),
                () -> Optional.of(status().path("state").asText()).filter(state::equals));
    }

    /** Waits for a mail about this application that holds the text. */
    CaughtMail mail(String what, String text) {
        return world.mail(
                what,
                mail -> mail.to().contains(clinic)
                        && mail.body().contains(number)
                        && mail.body().contains(text));
    }

    Path folder() {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
