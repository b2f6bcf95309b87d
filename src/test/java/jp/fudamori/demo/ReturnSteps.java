package jp.fudamori.demo;

import static jp.fudamori.demo.JourneyWorld.DISPATCH;
import static jp.fudamori.demo.JourneyWorld.OPERATOR;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.fudamori.demo.Journey.Step;

/** Nobody is there, the letter comes back, the registry learns the new address, and the sealed letter goes there. */
final class ReturnSteps {

    private static final String NEW_STREET = "見本新町9丁目9番9号";

    private final JourneyCase application;
    private final TrackingFile first;
    private final TrackingFile second;

    /**
     * @param first number of the first posting
     * @param second number of the second one
     */
    ReturnSteps(JourneyCase application, String first, String second) {
        this.application = application;
        this.first = new TrackingFile(application, first);
        this.second = new TrackingFile(application, second);
    }

    List<Step> steps() {
        return List.of(
                new Step("郵便: 不在で持ち戻る（追跡記録CSV）", this::comeInVain),
                new Step("郵便: 転居先不明で返送される（追跡記録CSV）", this::comeBack),
                new Step("発送: 所在地が変わらないうちは再び差し出せない", this::tryTooEarly),
                new Step("運用: 登録簿の新しい所在地を取り込む", this::move),
                new Step("発送: 封を切らずに再び差し出すと決める", this::decide),
                new Step("発送: 新しい番号で再び差し出す", this::postAgain),
                new Step("郵便: 届く（追跡記録CSV）", this::arrive));
    }

    private String comeInVain() {
        application.passDays(1);
        first.send("ご不在のため持ち戻り", "");
        var kept = Patience.await(
                "保管期限が出ません。", () -> Optional.of(letter("keptUntil")).filter(day -> !day.isEmpty()));
        var mail = application.mail("不在", first.number());
        return "「%s」 保管は %s まで".formatted(mail.subject(), kept);
    }

    private String comeBack() {
        application.passDays(3);
        first.send("返送", "転居先不明");
        application.awaitState("LETTER_RETURNED");
        return "「%s」".formatted(application.mail("返送", "転居先不明").subject());
    }

    private String tryTooEarly() {
        application.tasks().await(DISPATCH, "resolveReturnedLetter");
        try {
            resolve();
        } catch (IllegalStateException refused) {
            Expect.words("断りの文", String.valueOf(refused.getMessage()), List.of("所在地が差し出したときから変わっていない"));
            return "断られる";
        }
        throw new IllegalStateException("所在地が同じなのに、再差出しにできました。");
    }

    private void resolve() {
        application.work(DISPATCH, "resolveReturnedLetter", Map.of("sealIntact", true, "resolution", "repost"));
    }

    private String move() {
        var operator = application.world().clients().web(OPERATOR);
        var report = operator.postCsv("/api/institutions", SyntheticInstitutions.movedTo(code(), NEW_STREET));
        Expect.same("変わった登録", 1, report.path("changed").asInt());
        return NEW_STREET;
    }

    private String code() {
        return application.status().path("institutionCode").asText();
    }

    private String decide() {
        resolve();
        return "登録簿の現在の所在地へ";
    }

    private String postAgain() {
        var task = application.tasks().await(DISPATCH, "repostLetter");
        var form = "/task/%s/form-variables".formatted(task.get("id").textValue());
        var address = application.world().clients().engine(DISPATCH).get(form).path("address");
        Expect.words("新しい送付先", address.path("value").asText(), List.of(NEW_STREET));
        var today = application.today().toString();
        application.work(DISPATCH, "repostLetter", Map.of("trackingNumber", second.number(), "postedOn", today));
        application.awaitState("POSTED");
        return "「%s」 %s".formatted(application.mail("再発送", second.number()).subject(), letter("trackingNumber"));
    }

    private String arrive() {
        application.passDays(1);
        second.send("お届け先にお届け済み", "");
        application.awaitState("DELIVERED");
        Expect.same("届いた番号", second.number(), letter("trackingNumber"));
        return letter("deliveredOn");
    }

    private String letter(String field) {
        return application.status().path("letter").path(field).asText();
    }
}
