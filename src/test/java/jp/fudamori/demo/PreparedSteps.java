package jp.fudamori.demo;

import java.util.List;
import java.util.Map;
import jp.fudamori.demo.Journey.Step;

/** A clinic goes on with an application that is prepared for it. */
final class PreparedSteps {

    private final JourneyCase application;
    private String terminals = "";

    PreparedSteps(JourneyCase application) {
        this.application = application;
    }

    List<Step> steps() {
        return List.of(new Step("医療機関: 用意された申請に同意する", this::consent), new Step("医療機関: 用意された申請を提出する", this::submit));
    }

    /** Names of the terminals that it is for. */
    List<String> terminals() {
        return terminals.lines().toList();
    }

    private String consent() {
        application.beginPrepared();
        return application.work(application.clinic(), "consentToFee", Map.of("consent", true));
    }

    private String submit() {
        terminals = application.offered(application.clinic(), "enterApplication", "terminalNames");
        application.work(
                application.clinic(),
                "enterApplication",
                Map.of("contactName", JourneyCase.CONTACT, "terminalNames", terminals));
        application.work(application.clinic(), "confirmApplication", Map.of("action", "submit"));
        application.awaitNumber();
        return "受付番号 " + application.number();
    }
}
