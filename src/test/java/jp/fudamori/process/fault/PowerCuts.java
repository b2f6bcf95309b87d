package jp.fudamori.process.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import jp.fudamori.InvariantChecker;
import jp.fudamori.demo.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * SIGKILL of the server at every save point before the commit of its job, and where the job reaches beyond our database
 * after it too: a server that is started afterwards finishes the work, and nothing is there twice. Behind any other job
 * the state is that before the next one.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("endurance")
abstract class PowerCuts {

    private static final Set<String> BEYOND_OUR_DATABASE =
            Set.of("vetCertificate", "signCertificate", "vetRenewal", "signRenewal", "sendMail");

    private final String logs;
    private final List<SavePointRun> runs;

    TestOffice office;
    private ServerProcess server;

    /** @param logs the folder below {@code target} that keeps what the servers write */
    PowerCuts(String logs, List<SavePointRun> runs) {
        this.logs = logs;
        this.runs = runs;
    }

    @BeforeAll
    void prepare(@TempDir Path home) {
        office = new TestOffice(home, logs);
        server = office.server();
    }

    @AfterAll
    void stop() {
        office.close();
    }

    @BeforeEach
    void switchOn() {
        if (!server.isRunning()) {
            office.start(server);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void nothingIsLostAndNothingIsThereTwice(SavePointRun run) {
        var before = "before " + run.point();
        var after = "after " + run.point();
        var mailsBefore = office.received();
        var started = new OfficeCase(office, server.clients(), run.clinic());

        server.tell(before);
        server.awaitOutput(PowerCut.READY + before);
        run.reach().accept(started);
        var unsent = new ArrayList<>(cutPowerAt(before));
        if (BEYOND_OUR_DATABASE.contains(run.point().activity())) {
            server.start(after);
            unsent.addAll(cutPowerAt(after));
        }
        server.start();
        run.finish().accept(started);

        office.awaitQuiet();
        assertOneOfEach(run, started.number());
        var mails = office.received();
        mails.keySet().removeAll(mailsBefore.keySet());
        assertThat(mails)
                .as("copies of each mail")
                .allSatisfy((id, copies) -> assertThat(copies).isBetween(1L, 1L + Collections.frequency(unsent, id)));
    }

    /** A server that still waits at the point of a run that failed would fail all that follow. */
    @AfterEach
    void switchOffWhatStopped() {
        if (server.isRunning() && server.hasWritten(PowerCut.REACHED)) {
            office.kill(server);
        }
    }

    List<SavePointRun> runs() {
        return runs;
    }

    /**
     * Returns the Message-IDs of the mails that may be received once more: a mail that is cut off behind the yes of its
     * server is not yet sent, as far as our database knows.
     */
    private List<String> cutPowerAt(String point) {
        server.awaitOutput(PowerCut.REACHED + point);
        office.kill(server);
        return office.unsentMails();
    }

    private void assertOneOfEach(SavePointRun run, String number) {
        assertOneOfEach(number, run.letters() == 0 ? 0 : 2, run.letters());
        var renewals = renewalsOf(number);
        assertThat(renewals).as("renewals").hasSizeLessThanOrEqualTo(1);
        renewals.forEach(renewal -> assertOneOfEach(renewal, 1, 0));
        assertThat(office.number("select count(*) from fudamori.mail where sent_at is null"))
                .as("mails lost")
                .isZero();
        assertThat(office.number("select count(*) from public.act_ru_incident"))
                .as("incidents")
                .isZero();
        assertThat(InvariantChecker.of(office.database()).settled().violations())
                .isEmpty();
    }

    private void assertOneOfEach(String number, int lines, int letters) {
        assertThat(rows("certificate", number)).isEqualTo(lines);
        assertThat(rows("certificate_download", number)).isEqualTo(lines);
        assertThat(office.number(
                        "select count(*) from fudamori.fee where consent_reference = ? and kind = 'POSTED'", number))
                .isEqualTo(lines);
        assertThat(rows("letter", number)).isEqualTo(letters);
    }

    /** A case renews one certificate at most. */
    private List<String> renewalsOf(String number) {
        return office.jdbc().sql("""
                select application_number
                  from fudamori.certificate_replacement
                  join fudamori.certificate_application using (application_number)
                 where replaced_application = ? and kind = 'renewal'
                """).param(number).query(String.class).list();
    }

    private int rows(String table, String number) {
        return office.number("select count(*) from fudamori.%s where application_number = ?".formatted(table), number);
    }
}
