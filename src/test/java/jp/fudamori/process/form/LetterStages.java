package jp.fudamori.process.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import jp.fudamori.IssuedApplications;
import jp.fudamori.Participants;
import jp.fudamori.TrackingNumbers;
import jp.fudamori.account.Role;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.process.form.FormStages.Stage;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The forms on the way of a letter. */
final class LetterStages {

    private static final String TODAY = "2026-11-20";
    private static final Map<String, Object> RETURNED =
            Map.of("kind", "returned", "day", TODAY, "returnReason", "address-unknown");

    private final Participants people;
    private final IssuedApplications applications;
    private final ProcessEngine engine;
    private final InstitutionRegistry registry;
    private final JdbcClient jdbc;

    LetterStages(
            Participants people,
            IssuedApplications applications,
            ProcessEngine engine,
            InstitutionRegistry registry,
            JdbcClient jdbc) {
        this.people = people;
        this.applications = applications;
        this.engine = engine;
        this.registry = registry;
        this.jdbc = jdbc;
    }

    Map<String, Supplier<Stage>> all() {
        var stages = new HashMap<String, Supplier<Stage>>();
        stages.put("post-letter", () -> dispatch(applications.printed(), "postLetter", posting()));
        stages.put(
                "record-delivery",
                () -> dispatch(posted(), "recordDelivery", Map.of("kind", "delivered", "day", TODAY)));
        stages.put("inquire-at-post", this::inquireAtPost);
        stages.put(
                "resolve-returned-letter",
                () -> dispatch(
                        returned(posted()),
                        "resolveReturnedLetter",
                        Map.of("resolution", "void", "sealIntact", true, "note", "再発行の申請を案内した")));
        stages.put("repost-letter", () -> dispatch(moved(returned(posted())), "repostLetter", posting()));
        stages.put("call-clinic", this::callClinic);
        return stages;
    }

    private Stage inquireAtPost() {
        var notice = posted();
        var silence = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(notice.getId())
                .activityId("letterSilent")
                .singleResult();
        engine.getManagementService().executeJob(silence.getId());
        return dispatch(notice, "inquireAtPost", Map.of("kind", "searching", "day", TODAY, "note", "北郵便局が調べている"));
    }

    /** A second return is a matter for the call centre. */
    private Stage callClinic() {
        var notice = moved(returned(posted()));
        people.dispatch().complete(notice, "repostLetter", posting());
        return FormStages.task(
                people.staff(Role.CALL_CENTRE),
                returned(notice),
                "callClinic",
                Map.of("resolution", "void", "sealIntact", true, "note", "院長と話した"));
    }

    private ProcessInstance posted() {
        var notice = applications.printed();
        people.dispatch().complete(notice, "postLetter", posting());
        return notice;
    }

    private ProcessInstance returned(ProcessInstance notice) {
        people.dispatch().complete(notice, "recordDelivery", RETURNED);
        return notice;
    }

    /** The registry learns that the clinic has moved; only then a letter may go out again. */
    private ProcessInstance moved(ProcessInstance notice) {
        var code = jdbc.sql("select institution_code from certificate_application where application_number = :number")
                .param("number", applications.number(notice).value())
                .query(String.class)
                .single();
        var file = """
                医療機関コード,名称,分類,郵便番号,所在地,電話番号,登録日
                %s,移転した歯科,2,540-0008,大阪府大阪市中央区一丁目1番1号,06-1234-5678,2020-04-01
                """.formatted(code);
        assertThat(registry.importInstitutions(new ByteArrayInputStream(file.getBytes(UTF_8)))
                        .accepted())
                .isTrue();
        people.dispatch().complete(notice, "resolveReturnedLetter", Map.of("resolution", "repost", "sealIntact", true));
        return notice;
    }

    private Stage dispatch(ProcessInstance notice, String task, Map<String, Object> valid) {
        return FormStages.task(people.dispatch(), notice, task, valid);
    }

    private static Map<String, Object> posting() {
        return Map.of("trackingNumber", TrackingNumbers.next().toString(), "postedOn", TODAY);
    }
}
