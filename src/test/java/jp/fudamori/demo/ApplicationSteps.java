package jp.fudamori.demo;

import static jp.fudamori.demo.JourneyCase.CONTACT;

import java.util.List;
import java.util.Map;
import jp.fudamori.demo.Journey.Step;

/** The clinic applies, and nobody but the office learns of it. */
final class ApplicationSteps {

    private static final int FEE_YEN = 1_500;

    private final JourneyCase application;
    private final List<String> terminals;

    ApplicationSteps(JourneyCase application, List<String> terminals) {
        this.application = application;
        this.terminals = terminals;
    }

    List<Step> steps() {
        return List.of(
                new Step("医療機関: 申請を始める", this::start),
                new Step("医療機関: 利用申請を確認する", () -> work("confirmQualification", Map.of("claimed", true))),
                new Step("医療機関: 発行料に同意する", () -> work("consentToFee", Map.of("consent", true))),
                new Step("医療機関: 申請内容を入力する", this::enter),
                new Step("医療機関: 確認して提出する", this::submit),
                new Step("システム: 受付をメールで知らせる", this::receiveAcceptance));
    }

    private String start() {
        application.begin();
        return "プロセス " + application.instance();
    }

    private String enter() {
        return work("enterApplication", Map.of("contactName", CONTACT, "terminalNames", String.join("\n", terminals)));
    }

    private String submit() {
        work("confirmApplication", Map.of("action", "submit"));
        application.awaitNumber();
        return "受付番号 %s、%d台".formatted(application.number(), terminals.size());
    }

    private String work(String task, Map<String, ?> fields) {
        return application.work(application.clinic(), task, fields);
    }

    private String receiveAcceptance() {
        var fee = "金額：%,d円".formatted(FEE_YEN * terminals.size());
        var mail = application.mail("受付", fee);
        Expect.words("受付メール", mail.body(), terminals);
        return "「%s」 %s へ、%s".formatted(mail.subject(), mail.to(), fee);
    }

    /** @param account of another clinic */
    Step hiddenFrom(String account) {
        return new Step("他の医療機関: この申請は見えない", () -> {
            var path = "/api/applications/" + application.number();
            var status = application.world().clients().web(account).statusOf(path);
            Expect.same("他の医療機関への応答", 404, status);
            return "404";
        });
    }
}
