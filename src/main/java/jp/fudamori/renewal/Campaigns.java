package jp.fudamori.renewal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.ExpiringCertificates.Expiring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code renewal_campaign}, which has one row. */
@Repository
class Campaigns {

    private static final String SELECT = """
            select stopped_by, stopped_at, day, after_not_after, after_application, after_line, seen, opened, finished
              from renewal_campaign
            """;

    private final JdbcClient jdbc;

    Campaigns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Campaign read() {
        return jdbc.sql(SELECT).query(Campaigns::toCampaign).single();
    }

    /** Locks the row until the transaction ends; empty where somebody else has it, who then does the work. */
    Optional<Campaign> tryLock() {
        return jdbc.sql(SELECT + " for update skip locked")
                .query(Campaigns::toCampaign)
                .optional();
    }

    Campaign lock() {
        return jdbc.sql(SELECT + " for update").query(Campaigns::toCampaign).single();
    }

    void save(Campaign campaign) {
        jdbc.sql("""
                update renewal_campaign
                   set day = :day, after_not_after = :notAfter, after_application = :number, after_line = :line,
                       seen = :seen, opened = :opened, finished = :finished
                """)
                .param("day", campaign.day().orElse(null))
                .param(
                        "notAfter",
                        campaign.after()
                                .map(last -> last.notAfter().atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .param(
                        "number",
                        campaign.after()
                                .map(last -> last.line().application().value())
                                .orElse(null))
                .param(
                        "line",
                        campaign.after().map(last -> last.line().position()).orElse(null))
                .param("seen", campaign.seen())
                .param("opened", campaign.opened())
                .param("finished", campaign.finished())
                .update();
    }

    void stop(AccountId by, Instant now) {
        jdbc.sql("update renewal_campaign set stopped_by = :by, stopped_at = :now where stopped_by is null")
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void resume() {
        jdbc.sql("update renewal_campaign set stopped_by = null, stopped_at = null")
                .update();
    }

    private static Campaign toCampaign(ResultSet row, int index) throws SQLException {
        var stoppedAt = row.getObject("stopped_at", OffsetDateTime.class);
        return new Campaign(
                Optional.ofNullable(row.getString("stopped_by")).map(AccountId::new),
                Optional.ofNullable(stoppedAt).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("day", LocalDate.class)),
                after(row),
                row.getInt("seen"),
                row.getInt("opened"),
                row.getBoolean("finished"));
    }

    private static Optional<Expiring> after(ResultSet row) throws SQLException {
        var number = row.getString("after_application");
        return number == null
                ? Optional.empty()
                : Optional.of(new Expiring(
                        new LineNumber(new ApplicationNumber(number), row.getInt("after_line")),
                        row.getObject("after_not_after", OffsetDateTime.class).toInstant()));
    }
}
