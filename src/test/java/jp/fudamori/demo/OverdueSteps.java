package jp.fudamori.demo;

import static jp.fudamori.demo.JourneyWorld.ADMINISTRATOR;
import static jp.fudamori.demo.JourneyWorld.REVIEWER;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import jp.fudamori.MovableClock;
import jp.fudamori.demo.Journey.Step;

/** The office lets its deadlines pass: it is reminded, and the clinic is told. */
final class OverdueSteps {

    private static final DateTimeFormatter ENGINE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    private final JourneyCase application;

    OverdueSteps(JourneyCase application) {
        this.application = application;
    }

    List<Step> steps() {
        return List.of(
                new Step("システム: 3営業日後に審査を督促する", this::passReminder),
                new Step("システム: 5営業日後に審査責任者へ上げる", this::passEscalation));
    }

    private String passReminder() {
        return passNextTimer("督促", REVIEWER);
    }

    private String passEscalation() {
        return passNextTimer("遅延", application.clinic());
    }

    /** Moves the clock just behind the timer that is due next and waits for the mail that it sends. */
    private String passNextTimer(String what, String recipient) {
        var timer = nextTimer();
        var due = dueDate(timer);
        application.world().clock().runFrom(due.plusMinutes(1));
        awaitEnd("/job/" + timer.get("id").textValue());
        var mail = application.world().mail(what, candidate -> candidate.to().contains(recipient));
        return "%s に「%s」".formatted(due, mail.subject());
    }

    private JsonNode nextTimer() {
        var timers = "/job?maxResults=1&timers=true&sortBy=jobDueDate&sortOrder=asc&processInstanceId="
                + application.instance();
        return Patience.await(
                "期限タイマーがありません。", () -> Optional.ofNullable(engine().get(timers).get(0)));
    }

    private void awaitEnd(String job) {
        Patience.await("期限が過ぎてもタイマーが動きません。", () -> engine().statusOf(job) == 404 ? Optional.of(job) : Optional.empty());
    }

    private static LocalDateTime dueDate(JsonNode job) {
        return OffsetDateTime.parse(job.get("dueDate").textValue(), ENGINE_TIME)
                .atZoneSameInstant(MovableClock.TOKYO)
                .toLocalDateTime();
    }

    private WebClient engine() {
        return application.world().clients().engine(ADMINISTRATOR);
    }
}
