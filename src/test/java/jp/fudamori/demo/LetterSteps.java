package jp.fudamori.demo;

import static jp.fudamori.demo.JourneyCase.CONTACT;
import static jp.fudamori.demo.JourneyCase.DISPATCH;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import jp.fudamori.demo.Journey.Step;

/** The letter is printed and posted, its secrets are destroyed, and it arrives. */
final class LetterSteps {

    private static final String TRACKING_NUMBER = "131-12-38385-2";

    private final JourneyCase application;

    LetterSteps(JourneyCase application) {
        this.application = application;
    }

    List<Step> steps() {
        return List.of(
                new Step("発送: 通知書を印刷する", this::print),
                new Step("発送: 書留で発送する", this::post),
                new Step("システム: 通知書の秘密を消す", this::destroy),
                new Step("発送: 配達を記録する", this::deliver));
    }

    private String print() throws IOException {
        application.tasks().await(DISPATCH, "postLetter");
        var letter = application.folder().resolve("letter.pdf");
        Files.write(letter, dispatch().getBytes(path()));
        var text = LetterText.of(letter);
        if (!text.contains(CONTACT)) {
            throw new IllegalStateException("通知書に担当者名がありません。");
        }
        application.readSecrets(text);
        return letter.toString();
    }

    private String post() {
        var postedOn = application.today().toString();
        application.work(DISPATCH, "postLetter", Map.of("trackingNumber", TRACKING_NUMBER, "postedOn", postedOn));
        var mail = application.mails().await("発送", candidate -> candidate.body().contains(TRACKING_NUMBER));
        return "「%s」".formatted(mail.subject());
    }

    private String destroy() {
        var status = dispatch().statusOf(path());
        if (status / 100 != 4) {
            throw new IllegalStateException("発送後も通知書を取り出せます（%d）。".formatted(status));
        }
        return String.valueOf(status);
    }

    private String deliver() {
        var clock = application.clock();
        clock.runFrom(LocalDateTime.now(clock).plusDays(1));
        var delivered = Map.of("kind", "delivered", "day", application.today().toString());
        return application.work(DISPATCH, "recordDelivery", delivered);
    }

    private String path() {
        var status = dispatch().get("/api/applications/" + application.number());
        return "/api/letters/" + status.path("letter").path("number").asText();
    }

    private WebClient dispatch() {
        return application.clients().web(DISPATCH);
    }
}
