package jp.fudamori.demo;

import static jp.fudamori.demo.JourneyWorld.REVIEWER;
import static jp.fudamori.demo.JourneyWorld.SUPERVISOR;

import java.util.List;
import java.util.Map;
import jp.fudamori.demo.Journey.Step;

/** The first certificate is revoked by its clinic, the second by two of the office. */
final class RevocationSteps {

    private final JourneyCase application;
    private final TaskDriver office;

    RevocationSteps(JourneyCase application) {
        this.application = application;
        this.office = new TaskDriver(this::engine);
    }

    List<Step> steps() {
        return List.of(
                new Step("医療機関: 使わなくなった1台目を失効させる", this::byClinic),
                new Step("医療機関: 失効した1台目の通知書は使えない", () -> VoidLetter.refused(application)),
                new Step("審査担当: 2台目の失効を依頼する", this::order),
                new Step("審査責任者: 失効を承認する", this::approve));
    }

    private String byClinic() {
        var clinic = application.clinic();
        var request = request(clinic, 1);
        request.complete(clinic, "enterRevocation", Map.of("cause", "terminal-gone"));
        request.complete(clinic, "confirmRevocation", Map.of("action", "revoke"));
        return "「%s」".formatted(application.mail("失効", "端末の廃棄").subject());
    }

    private WebClient engine(String account) {
        return application.world().clients().engine(account);
    }

    private String order() {
        office.start(REVIEWER, "certificate-revocation", Map.of("lineNumbers", number(2)));
        office.complete(REVIEWER, "orderRevocation", Map.of("cause", "privilege-withdrawn", "note", "申請書の偽造が分かった。"));
        return REVIEWER;
    }

    private String approve() {
        office.complete(SUPERVISOR, "approveRevocation", Map.of("decision", "approve"));
        return "「%s」".formatted(application.mail("失効", "不正").subject());
    }

    private TaskDriver request(String by, int line) {
        var request = new TaskDriver(this::engine);
        request.start(by, "certificate-revocation", Map.of("lineNumbers", number(line)));
        return request;
    }

    private String number(int line) {
        return "%s-%02d".formatted(application.number(), line);
    }
}
