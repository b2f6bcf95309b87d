package jp.fudamori.holding;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code calendar_feed}: one link at most for each institution. */
@Repository
class CalendarFeeds {

    private final JdbcClient jdbc;

    CalendarFeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts a new link in place of the one there was. */
    void open(InstitutionCode institution, String tokenHash, AccountId by, Instant at) {
        jdbc.sql("""
                insert into calendar_feed (institution_code, token_hash, opened_by, opened_at)
                values (:institution, :hash, :by, :at)
                    on conflict (institution_code) do update
                   set token_hash = excluded.token_hash, opened_by = excluded.opened_by, opened_at = excluded.opened_at
                """)
                .param("institution", institution.value())
                .param("hash", tokenHash)
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Returns whether there was a link. */
    boolean close(InstitutionCode institution) {
        return jdbc.sql("delete from calendar_feed where institution_code = :institution")
                        .param("institution", institution.value())
                        .update()
                == 1;
    }

    Optional<Instant> openedAt(InstitutionCode institution) {
        return jdbc.sql("select opened_at from calendar_feed where institution_code = :institution")
                .param("institution", institution.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    Optional<InstitutionCode> institution(String tokenHash) {
        return jdbc.sql("select institution_code from calendar_feed where token_hash = :hash")
                .param("hash", tokenHash)
                .query((row, index) -> new InstitutionCode(row.getString("institution_code")))
                .optional();
    }
}
