package jp.fudamori.demo;

import static jp.fudamori.demo.JourneyWorld.REVIEWER;
import static jp.fudamori.demo.JourneyWorld.SUPERVISOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import jp.fudamori.demo.Journey.Step;

/** One of three terminals is not approved: the clinic is told why, and pays for two. */
final class PartialApprovalSteps {

    private static final String REASON = "個人の携帯電話には発行できません。";

    private final JourneyCase application;
    private final String refused;

    /** @param refused the second terminal of three */
    PartialApprovalSteps(JourneyCase application, String refused) {
        this.application = application;
        this.refused = refused;
    }

    List<Step> steps() {
        return List.of(
                new Step("審査: 3台のうち1台を承認しない", this::approveTwo),
                new Step("システム: 一部承認をメールで知らせる", this::receiveDecision),
                new Step("システム: 2枚を発行し、発行料を2枚分計上する", this::issueTwo));
    }

    private String approveTwo() {
        return application.approve(REVIEWER, Map.of("refusedLines", "２", "reason", REASON));
    }

    private String receiveDecision() {
        var mail = application.mail("一部承認", REASON);
        Expect.words("一部承認のメール", mail.body(), List.of(refused, "■承認した枚数：2枚", "■金額：3,000円"));
        return "「%s」".formatted(mail.subject());
    }

    private String issueTwo() {
        application.awaitState("ISSUED");
        var lines = application.status().path("lines");
        Expect.same("発行料の付いた端末", List.of(1, 3), linesWith(lines, "fee"));
        Expect.same("証明書のある端末", List.of(1, 3), linesWith(lines, "certificate"));
        Expect.same("承認しない理由", REASON, lines.path(1).path("refusal").asText());
        var report = application.world().clients().web(SUPERVISOR).get("/api/fees/reconciliation");
        Expect.same("発行料の突合で見つかった不一致", 0, report.path("findings").size());
        return "1,500円×2枚、突合は一致";
    }

    private static List<Integer> linesWith(JsonNode lines, String part) {
        return StreamSupport.stream(lines.spliterator(), false)
                .filter(line -> line.has(part))
                .map(line -> line.path("line").asInt())
                .toList();
    }
}
