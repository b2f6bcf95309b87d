package jp.fudamori.account;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import jp.fudamori.common.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code attempt}: how often something was tried since the window of its {@link AttemptKind} began, on
 * whatever node. What was typed is kept as a hash only.
 */
@Repository
class Attempts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Attempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether nothing more may be tried until the window ends. */
    boolean isExhausted(AttemptKind kind, String subject) {
        return jdbc.sql("""
                select 1 from attempt
                 where kind = :kind and subject = :subject and attempts >= :limit and since > :begin
                """)
                .param("kind", kind.code())
                .param("subject", key(subject))
                .param("limit", kind.limit())
                .param("begin", begin(kind))
                .query()
                .optionalValue()
                .isPresent();
    }

    /**
     * Counts one more, on its own line of the table, so that parallel ones queue; says whether it was still allowed.
     */
    boolean count(AttemptKind kind, String subject) {
        int counted = jdbc.sql("""
                insert into attempt as a (kind, subject, since, attempts)
                values (:kind, :subject, :now, 1)
                    on conflict (kind, subject) do update
                   set attempts = case when a.since > :begin then a.attempts + 1 else 1 end,
                       since = case when a.since > :begin then a.since else :now end
                returning attempts
                """)
                .param("kind", kind.code())
                .param("subject", key(subject))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("begin", begin(kind))
                .query(Integer.class)
                .single();
        return counted <= kind.limit();
    }

    void forget(AttemptKind kind, String subject) {
        jdbc.sql("delete from attempt where kind = :kind and subject = :subject")
                .param("kind", kind.code())
                .param("subject", key(subject))
                .update();
    }

    void deleteBefore(Instant moment) {
        jdbc.sql("delete from attempt where since < :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    private OffsetDateTime begin(AttemptKind kind) {
        return clock.instant().minus(kind.window()).atOffset(ZoneOffset.UTC);
    }

    private static String key(String subject) {
        return Sha256.hex(subject.toLowerCase(Locale.ROOT));
    }
}
