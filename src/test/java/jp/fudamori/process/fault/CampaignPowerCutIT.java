package jp.fudamori.process.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.fudamori.InvariantChecker;
import jp.fudamori.demo.Patience;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL of the server in the middle of a batch of the renewal campaign, twice in one run. */
@Tag("endurance")
class CampaignPowerCutIT {

    private static final int CERTIFICATES = 20;

    @TempDir
    private Path home;

    @Test
    void eachCertificateIsOfferedOnceAndEachMailIsSent() throws SQLException {
        try (var office = new TestOffice(home, "power-cut-campaign")) {
            office.start(office.server());
            var number = issued(office);
            var before = office.received();
            endOneByOne(office, number);

            var unsent = new ArrayList<>(cutPowerAt(8, number, office, office::beginCampaign));
            assertThat(offers(office)).as("two batches of three").isEqualTo(6);
            unsent.addAll(cutPowerAt(14, number, office, () -> office.start(office.server())));
            assertThat(offers(office)).as("four batches").isEqualTo(12);
            office.start(office.server());
            Patience.await("更新の案内がそろいません。", () -> Optional.of(offers(office)).filter(offers -> offers == CERTIFICATES));
            office.awaitQuiet();

            assertOfferedOnce(office);
            var mails = office.received();
            mails.keySet().removeAll(before.keySet());
            assertThat(mails).as("one reminder each").hasSize(CERTIFICATES);
            assertThat(mails)
                    .as("copies of each mail")
                    .allSatisfy(
                            (id, copies) -> assertThat(copies).isBetween(1L, 1L + Collections.frequency(unsent, id)));
            assertThat(InvariantChecker.of(office.database()).settled().violations())
                    .isEmpty();
        }
    }

    /** One application with all the certificates; returns its number when nothing is left to do. */
    private static String issued(TestOffice office) {
        var application = new OfficeCase(office, office.server().clients(), "clinic1");
        application.submit(CERTIFICATES);
        application.approve();
        application.staff("supervisor1", "approveSecond", Map.of("decision", "approve")); // because they are many
        application.awaitLetter();
        office.awaitQuiet();
        return application.number();
    }

    /** Each ends on a day of its own, so that each has a reminder of its own; the last lines last. */
    private static void endOneByOne(TestOffice office, String number) {
        office.jdbc().sql("""
                update fudamori.certificate
                   set not_after = not_after - (not_after::date - current_date - 60 - line) * interval '1 day'
                 where application_number = ?
                """).param(number).update();
    }

    /**
     * Kills the server while its campaign is about to open the line, in the middle of a batch.
     *
     * @param reach lets the campaign begin, or go on
     * @return the Message-IDs of the mails that may be received once more
     */
    private static List<String> cutPowerAt(int line, String number, TestOffice office, Runnable reach)
            throws SQLException {
        try (var connection = office.database().getConnection()) {
            connection.setAutoCommit(false);
            occupy(line, number, connection);
            reach.run();
            Patience.await(
                    "一斉処理が%d枚目に来ません。".formatted(line),
                    () -> Optional.of(waiting(office)).filter(waiting -> waiting == 1));
            office.kill(office.server());
            connection.rollback();
        }
        return office.unsentMails();
    }

    /** Who opens the line has to wait for us, with the rest of its batch not committed. */
    private static void occupy(int line, String number, Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into fudamori.renewal (application_number, line, opened_at) values (?, ?, now())")) {
            insert.setString(1, number);
            insert.setInt(2, line);
            insert.executeUpdate();
        }
    }

    private static int waiting(TestOffice office) {
        return office.number("""
                select count(*) from pg_stat_activity
                 where wait_event_type = 'Lock' and query like '%insert into renewal%'
                """);
    }

    private static int offers(TestOffice office) {
        return office.number("select count(*) from fudamori.renewal");
    }

    private static void assertOfferedOnce(TestOffice office) {
        var processes = office.jdbc()
                .sql("select business_key_ from public.act_hi_procinst where proc_def_key_ = 'certificate-renewal'")
                .query(String.class)
                .list();
        assertThat(processes).hasSize(CERTIFICATES).doesNotHaveDuplicates();
        assertThat(office.number("select count(*) from public.act_ru_task where task_def_key_ = 'renewCertificate'"))
                .isEqualTo(CERTIFICATES);
        assertThat(office.number("select count(*) from fudamori.audit_entry where action = 'renewal-opened'"))
                .isEqualTo(CERTIFICATES);
        assertThat(office.number("select count(*) from fudamori.mail where kind = 'renewal-reminder'"))
                .isEqualTo(CERTIFICATES);
        assertThat(office.number("select count(*) from fudamori.mail where sent_at is null"))
                .as("mails lost")
                .isZero();
        assertThat(office.number("select count(*) from public.act_ru_incident")).isZero();
    }
}
