package jp.fudamori.demo;

import static jp.fudamori.demo.JourneyCase.CLINIC;
import static jp.fudamori.demo.JourneyCase.CONTACT;
import static jp.fudamori.demo.JourneyCase.OTHER_CLINIC;

import java.util.List;
import java.util.Map;
import jp.fudamori.demo.Journey.Step;

/** The clinic applies, and nobody but the office learns of it. */
final class ApplicationSteps {

    private static final String FEE = "1,500円";

    private final JourneyCase application;

    ApplicationSteps(JourneyCase application) {
        this.application = application;
    }

    List<Step> steps() {
        return List.of(
                new Step("医療機関: 申請を始める", this::start),
                new Step("医療機関: 利用申請を確認する", () -> work("confirmQualification", Map.of("claimed", false))),
                new Step("医療機関: 発行料に同意する", () -> work("consentToFee", Map.of("consent", true))),
                new Step("医療機関: 申請内容を入力する", this::enter),
                new Step("医療機関: 確認して提出する", this::submit),
                new Step("システム: 受付をメールで知らせる", this::receiveAcceptance),
                new Step("他の医療機関: この申請は見えない", this::hideFromOthers));
    }

    private String start() {
        application.begin();
        return "プロセス " + application.instance();
    }

    private String enter() {
        return work("enterApplication", Map.of("contactName", CONTACT, "terminalNames", "受付PC1"));
    }

    private String submit() {
        work("confirmApplication", Map.of("action", "submit"));
        application.awaitNumber();
        return "受付番号 " + application.number();
    }

    private String work(String task, Map<String, ?> fields) {
        return application.work(CLINIC, task, fields);
    }

    private String receiveAcceptance() {
        var mail = application.mails().await("受付", candidate -> candidate.body().contains(application.number()));
        var timesFee = mail.body().split(FEE, -1).length - 1;
        if (timesFee != 1) {
            throw new IllegalStateException("受付メールに発行料 %s が %d 回出ています。".formatted(FEE, timesFee));
        }
        return "「%s」 %s へ".formatted(mail.subject(), mail.to());
    }

    private String hideFromOthers() {
        var status = application.clients().web(OTHER_CLINIC).statusOf("/api/applications/" + application.number());
        if (status != 404) {
            throw new IllegalStateException("他の医療機関への応答が %d です。".formatted(status));
        }
        return "404";
    }
}
