package jp.fudamori.process.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.function.Supplier;
import jp.fudamori.Participants;
import jp.fudamori.RenewalCases;
import jp.fudamori.account.Role;
import jp.fudamori.institution.EndingDesk;
import jp.fudamori.process.form.FormStages.Stage;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The forms of what comes years after the issue: renewal, and the end of an institution's code. */
final class LaterStages {

    private final Participants people;
    private final RenewalCases renewals;
    private final EndingDesk endings;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;

    LaterStages(Participants people, RenewalCases renewals, EndingDesk endings, ProcessEngine engine, JdbcClient jdbc) {
        this.people = people;
        this.renewals = renewals;
        this.endings = endings;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    Map<String, Supplier<Stage>> all() {
        return Map.of("renew-certificate", this::renewCertificate, "verify-succession", this::verifySuccession);
    }

    /** The certificate ends soon, because the clock of this test stands still. */
    private Stage renewCertificate() {
        var issued = renewals.issued();
        jdbc.sql("update certificate set not_after = not_before + interval '30 days' where application_number = ?")
                .param(issued.line().application().value())
                .update();
        renewals.runCampaign();
        return FormStages.task(
                issued.clinic(), renewals.process(issued.line()), "renewCertificate", Map.of("consent", true));
    }

    private Stage verifySuccession() {
        var code = people.clinic().institution();
        var csv = "code,closed_on,successor\n%s,2026-01-31,%s\n".formatted(code, people.institutionWithoutAccount());
        endings.importEndings(new ByteArrayInputStream(csv.getBytes(UTF_8)), "operator-a");
        var process = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(code.value())
                .singleResult();
        return FormStages.task(
                people.staff(Role.CALL_CENTRE),
                process,
                "verifySuccession",
                Map.of("decision", "closing", "note", "厚生局に確認した。"));
    }
}
