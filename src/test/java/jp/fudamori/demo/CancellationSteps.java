package jp.fudamori.demo;

import java.util.List;
import java.util.Map;
import jp.fudamori.demo.Journey.Step;

/** The clinic changes its mind before the office has decided. */
final class CancellationSteps {

    private final JourneyCase application;

    CancellationSteps(JourneyCase application) {
        this.application = application;
    }

    List<Step> steps() {
        return List.of(new Step("医療機関: 待っているほうの申請を取り消す", this::cancel));
    }

    private String cancel() {
        var number = Map.of("applicationNumber", Map.of("value", application.number()));
        application
                .world()
                .clients()
                .engine(application.clinic())
                .post("/process-definition/key/application-cancellation/submit-form", Map.of("variables", number));
        application.awaitState("CANCELLED");
        var mail = application.mail("取消し", "取り消しました");
        return "%s「%s」、%s".formatted(application.number(), mail.subject(), DownloadSteps.awaitEnd(application));
    }
}
