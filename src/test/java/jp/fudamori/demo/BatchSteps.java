package jp.fudamori.demo;

import static jp.fudamori.demo.JourneyWorld.DISPATCH;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.fudamori.demo.Journey.Step;

/** The letters of a day go out as one batch: one PDF, and a list that comes back with the numbers of the post. */
final class BatchSteps {

    private final JourneyCase application;
    private final String trackingNumber;

    BatchSteps(JourneyCase application, String trackingNumber) {
        this.application = application;
        this.trackingNumber = trackingNumber;
    }

    List<Step> steps() {
        return List.of(new Step("発送: 差出し束を締めて印刷する", this::print), new Step("発送: 書留番号を記入した差出票を取り込む", this::readBack));
    }

    private String print() throws IOException {
        application.tasks().await(DISPATCH, "postLetter");
        var batch = dispatch().post("/api/letters/batches", Map.of());
        Expect.same("束の通数", 1, batch.path("letters").asInt());
        var path = "/api/letters/batches/" + batch.path("number").asText();
        var letters = application.folder().resolve("letters.pdf");
        Files.write(letters, dispatch().getBytes(path + "/letters"));
        application.readSecrets(LetterText.of(letters));
        Files.write(postingList(), dispatch().getBytes(path + "/posting-list"));
        return letters.toString();
    }

    /** The post office's receipt gives the number; it goes into the last column. */
    private String readBack() throws IOException {
        var list = Files.readString(postingList(), StandardCharsets.UTF_8);
        var filledIn = list.replaceFirst("(?m),\\r?$", "," + trackingNumber + "\r");
        Expect.words("差出票", filledIn, List.of(trackingNumber));
        var report = dispatch().postCsv("/api/letters/tracking-numbers", filledIn);
        Expect.same("取り込んだ行", 1, report.path("added").asInt());
        var again = dispatch().postCsv("/api/letters/tracking-numbers", filledIn);
        Expect.same("もう一度取り込んで変わった行", 0, again.path("added").asInt());
        application.awaitState("POSTED");
        return "「%s」".formatted(application.mail("発送", trackingNumber).subject());
    }

    private Path postingList() {
        return application.folder().resolve("posting-list.csv");
    }

    private WebClient dispatch() {
        return application.world().clients().web(DISPATCH);
    }
}
