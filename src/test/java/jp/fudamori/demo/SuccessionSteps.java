package jp.fudamori.demo;

import static jp.fudamori.demo.JourneyWorld.OPERATOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.fudamori.demo.Journey.Step;

/** The registry learns that a code ends and which one takes over; its certificates are good for 120 days more. */
final class SuccessionSteps {

    private static final String OFFICE = "call1";
    private static final int NOTICE_DAYS = 10;
    private static final int TRANSITION_DAYS = 120;

    private final JourneyCase old;
    private final JourneyCase successor;
    private final TaskDriver office;
    private LocalDate closedOn = LocalDate.MIN;

    SuccessionSteps(JourneyCase old, JourneyCase successor) {
        this.old = old;
        this.successor = successor;
        this.office = new TaskDriver(old.world().clients()::engine);
    }

    /** Until the successor's application is prepared. */
    List<Step> begin() {
        return List.of(
                new Step("運用: 廃止と承継の記録を取り込む", this::recordEnding),
                new Step("コールセンター: 名称も所在地も違うことを確かめる", this::verify),
                new Step("承継先: 利用者を登録する", this::register));
    }

    /** After the successor has its own certificate. */
    List<Step> end() {
        return List.of(new Step("システム: 移行期間の終わりに古い電子証明書を失効させる", this::expire));
    }

    private String recordEnding() {
        closedOn = old.today().plusDays(NOTICE_DAYS);
        var csv = "医療機関コード,廃止日,承継先医療機関コード\r\n%s,%s,%s\r\n".formatted(code(old), closedOn, code(successor));
        var report = old.world().clients().web(OPERATOR).postCsv("/api/institutions/endings", csv);
        Expect.same("取り込んだ廃止", 1, report.path("added").asInt());
        office.follow(code(old));
        return "%s から %s へ".formatted(code(old), code(successor));
    }

    private static String code(JourneyCase application) {
        return application.world().clients().institution(application.clinic());
    }

    private String verify() {
        office.complete(OFFICE, "verifySuccession", Map.of("decision", "succession", "note", "院長に電話で確認した。"));
        var notice = mailToOld("承継案内", code(successor));
        Expect.words("承継案内", notice.body(), List.of("/register"));
        return "「%s」".formatted(notice.subject());
    }

    private CaughtMail mailToOld(String what, String text) {
        return old.world()
                .mail(
                        what,
                        mail -> mail.to().contains(old.clinic())
                                && mail.subject().contains("承継")
                                && mail.body().contains(text));
    }

    private String register() {
        successor.world().clients().open(successor.clinic());
        return successor.clinic();
    }

    private String expire() {
        old.passUntil(closedOn.plusDays(TRANSITION_DAYS + 1));
        return "「%s」 廃止は %s"
                .formatted(mailToOld("承継による失効", code(old) + "\n■失効の理由").subject(), closedOn);
    }
}
