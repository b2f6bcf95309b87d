package jp.fudamori.demo;

import static jp.fudamori.demo.JourneyCase.CONTACT;
import static jp.fudamori.demo.JourneyWorld.DISPATCH;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.fudamori.demo.Journey.Step;

/** The letter is printed and posted one by one, its secrets are destroyed, and it arrives. */
final class LetterSteps {

    private final JourneyCase application;
    private final Supplier<List<String>> terminals;
    private final String trackingNumber;

    /**
     * @param terminals those that got a certificate, one page of secrets each
     * @param trackingNumber of registered mail, with its check digit
     */
    LetterSteps(JourneyCase application, List<String> terminals, String trackingNumber) {
        this(application, () -> terminals, trackingNumber);
    }

    /** @param terminals as above, known only when the application was submitted */
    LetterSteps(JourneyCase application, Supplier<List<String>> terminals, String trackingNumber) {
        this.application = application;
        this.terminals = terminals;
        this.trackingNumber = trackingNumber;
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
        Expect.words("通知書", text, List.of(CONTACT));
        Expect.words("通知書", text, terminals.get());
        application.readSecrets(text);
        Expect.same(
                "ダウンロード情報の面の数", terminals.get().size(), application.secrets().size());
        return "%s（証明書 %d枚）".formatted(letter, terminals.get().size());
    }

    private String post() {
        var postedOn = application.today().toString();
        application.work(DISPATCH, "postLetter", Map.of("trackingNumber", trackingNumber, "postedOn", postedOn));
        var mail = application.mail("発送", trackingNumber);
        Expect.words("発送メール", mail.body(), terminals.get());
        return "「%s」".formatted(mail.subject());
    }

    private String destroy() {
        var status = dispatch().statusOf(path());
        Expect.same("発送後に通知書を取り出したときの応答", 422, status);
        return String.valueOf(status);
    }

    private String deliver() {
        application.passDays(1);
        var delivered = Map.of("kind", "delivered", "day", application.today().toString());
        application.work(DISPATCH, "recordDelivery", delivered);
        application.awaitState("DELIVERED");
        return DISPATCH;
    }

    private String path() {
        var status = application.statusFor(DISPATCH);
        return "/api/letters/" + status.path("letter").path("number").asText();
    }

    private WebClient dispatch() {
        return application.world().clients().web(DISPATCH);
    }
}
