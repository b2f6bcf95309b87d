package jp.fudamori.demo;

import static jp.fudamori.demo.JourneyCase.CONTACT;
import static jp.fudamori.demo.JourneyWorld.REVIEWER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import jp.fudamori.demo.Journey.Step;

/** The reviewer gives an application back, the clinic corrects it, and it comes before those that wait. */
final class CorrectionSteps {

    private static final String ABOUT_CONTACT = "担当者ご本人の氏名を入力してください。";
    private static final String ABOUT_TERMINALS = "端末名称に患者様のお名前が入っています。";

    private final JourneyCase application;
    private final JourneyCase waiting;
    private final String corrected;

    /**
     * @param waiting another application, submitted while this one was with the clinic
     * @param corrected the terminal as it should have been called
     */
    CorrectionSteps(JourneyCase application, JourneyCase waiting, String corrected) {
        this.application = application;
        this.waiting = waiting;
        this.corrected = corrected;
    }

    Step giveBack() {
        return new Step("審査: 項目ごとの理由を付けて差し戻す", () -> {
            application.work(
                    REVIEWER,
                    "reviewApplication",
                    Map.of(
                            "decision", "return",
                            "contactRemark", ABOUT_CONTACT,
                            "terminalRemark", ABOUT_TERMINALS));
            application.awaitState("GIVEN_BACK");
            var remarks = application.status().path("correction").path("remarks");
            Expect.same("照会できる理由の数", 2, remarks.size());
            return application.status().path("correction").path("until").asText() + " まで";
        });
    }

    List<Step> steps() {
        return List.of(
                new Step("医療機関: 不備のメールを読む", this::readMail),
                new Step("医療機関: 理由を見て補正する", this::correct),
                new Step("システム: 補正の受付をメールで知らせる", this::receiveResubmission),
                new Step("審査: 補正された申請が列の先頭にある", this::comesFirst),
                new Step("審査: 承認する", () -> application.approve(REVIEWER, Map.of())));
    }

    private String readMail() {
        var mail = application.mail("不備", ABOUT_TERMINALS);
        Expect.words("不備のメール", mail.body(), List.of(ABOUT_CONTACT, "担当部署/担当者名", "端末名称等"));
        return "「%s」".formatted(mail.subject());
    }

    private String correct() {
        application.passDays(2);
        var task = application.tasks().await(application.clinic(), "correctApplication");
        var form = application
                .world()
                .clients()
                .engine(application.clinic())
                .get("/task/%s/form-variables".formatted(task.get("id").textValue()));
        Expect.words("補正の画面の理由", value(form, "remarks"), List.of(ABOUT_CONTACT, ABOUT_TERMINALS));
        Expect.same("補正の画面の担当者名", CONTACT, value(form, "contactName"));
        application.work(
                application.clinic(), "correctApplication", Map.of("contactName", CONTACT, "terminalNames", corrected));
        return "期限 " + value(form, "due");
    }

    private static String value(JsonNode form, String field) {
        return form.path(field).path("value").asText();
    }

    private String receiveResubmission() {
        application.awaitState("SUBMITTED");
        var mail = application.mail("補正の受付", "補正");
        return "「%s」".formatted(mail.subject());
    }

    /** The reviewers' list of Tasklist, as it is sorted there. */
    private String comesFirst() {
        application.tasks().await(REVIEWER, "reviewApplication");
        var engine = application.world().clients().engine(REVIEWER);
        var filter =
                engine.get("/filter?name=%E5%AF%A9%E6%9F%BB").path(0).path("id").asText();
        var instances = StreamSupport.stream(
                        engine.get("/filter/%s/list".formatted(filter)).spliterator(), false)
                .map(task -> task.path("processInstanceId").asText())
                .filter(List.of(application.instance(), waiting.instance())::contains)
                .toList();
        Expect.same("審査の列", List.of(application.instance(), waiting.instance()), instances);
        return "%s は %s より先".formatted(application.number(), waiting.number());
    }
}
