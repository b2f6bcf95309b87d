package jp.fudamori.demo;

import java.util.List;
import java.util.Map;
import jp.fudamori.demo.Journey.Step;

/** A clinic reports its letter as lost, and goes on with the application that is prepared for it. */
final class LostSteps {

    private final JourneyCase lost;
    private final JourneyCase reissue;
    private final String terminal;

    LostSteps(JourneyCase lost, JourneyCase reissue, String terminal) {
        this.lost = lost;
        this.reissue = reissue;
        this.terminal = terminal;
    }

    List<Step> steps() {
        return List.of(
                new Step("医療機関: 発行通知書をなくしたと届け出る", this::report),
                new Step("医療機関: 見つかった通知書は使えない", () -> VoidLetter.refused(lost)),
                new Step("医療機関: 用意された申請に同意する", this::consent),
                new Step("医療機関: 再発行を申請する", this::submit));
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
        lost.mail("失効", "シリアル番号");
        return "「%s」".formatted(lost.mail("再発行受付", "古い発行通知書").subject());
    }

    private String consent() {
        reissue.beginPrepared();
        return reissue.work(reissue.clinic(), "consentToFee", Map.of("consent", true));
    }

    private String submit() {
        reissue.work(
                reissue.clinic(),
                "enterApplication",
                Map.of("contactName", JourneyCase.CONTACT, "terminalNames", terminal));
        reissue.work(reissue.clinic(), "confirmApplication", Map.of("action", "submit"));
        reissue.awaitNumber();
        return "受付番号 " + reissue.number();
    }
}
