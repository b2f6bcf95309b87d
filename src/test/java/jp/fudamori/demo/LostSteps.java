package jp.fudamori.demo;

import java.util.List;
import java.util.Map;
import jp.fudamori.demo.Journey.Step;

/** A clinic reports its letter as lost. */
final class LostSteps {

    private final JourneyCase lost;

    LostSteps(JourneyCase lost) {
        this.lost = lost;
    }

    List<Step> steps() {
        return List.of(
                new Step("医療機関: 発行通知書をなくしたと届け出る", this::report),
                new Step("医療機関: 見つかった通知書は使えない", () -> VoidLetter.refused(lost)));
    }

    private String report() {
        var report = new TaskDriver(lost.world().clients()::engine);
        report.start(lost.clinic(), "certificate-reissue", Map.of("lineNumber", lost.number() + "-01"));
        report.complete(
                lost.clinic(),
                "describeLoss",
                Map.of(
                        "kind", "letter-after-download",
                        "lostOn", lost.today().toString(),
                        "place", "受付",
                        "circumstances", "引き出しにない。"));
        report.complete(lost.clinic(), "confirmLoss", Map.of("action", "report"));
        lost.mail("失効", "失効日時");
        return "「%s」".formatted(lost.mail("再発行受付", "古い発行通知書").subject());
    }
}
