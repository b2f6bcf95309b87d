package jp.fudamori.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jp.fudamori.common.DomainService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Chains the audit trail: each entry is sealed over the one before, so that nothing can be changed, taken out or
 * slipped in later without {@link #firstBreak} finding it. Sealing is done by one node at a time, a moment after the
 * fact.
 */
@DomainService
public class AuditChain {

    private static final byte[] BEFORE_THE_FIRST = new byte[32];
    private static final int BATCH = 1000;

    private final JdbcClient jdbc;

    AuditChain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Seals what was written since, at most 1,000 entries a call; leaves it to another node that is at it already. */
    @Scheduled(fixedDelayString = "${fudamori.audit.seal-seconds}", timeUnit = TimeUnit.SECONDS)
    public void seal() {
        if (!holdsTheLock()) {
            return;
        }
        var last = lastSeal();
        var number = last.map(Seal::number).orElse(0L);
        var hash = last.map(Seal::hash).orElse(BEFORE_THE_FIRST);
        for (var entry : takeUnsealed()) {
            hash = entry.seal(hash);
            add(new Seal(++number, hash), entry.id());
        }
    }

    /** Returns the number of the first seal that does not fit its entry or its predecessor; empty if all do. */
    public Optional<Long> firstBreak() {
        var previous = new Seal(0, BEFORE_THE_FIRST);
        for (var page = after(previous); !page.isEmpty(); page = after(previous)) {
            for (var sealed : page) {
                var expected = new Seal(previous.number() + 1, sealed.entry().seal(previous.hash()));
                if (!sealed.seal().equals(expected)) {
                    return Optional.of(sealed.seal().number());
                }
                previous = expected;
            }
        }
        return Optional.empty();
    }

    private List<SealedEntry> after(Seal seal) {
        return jdbc.sql("""
                select seal_number, hash, entry_id, at, actor, action, subject, detail
                  from audit_seal join audit_entry using (entry_id)
                 where seal_number > :number
                 order by seal_number
                 limit :batch
                """)
                .param("number", seal.number())
                .param("batch", BATCH)
                .query(SealedEntry::of)
                .list();
    }

    private boolean holdsTheLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('audit_seal'))")
                .query(Boolean.class)
                .single();
    }

    private Optional<Seal> lastSeal() {
        return jdbc.sql("select seal_number, hash from audit_seal order by seal_number desc limit 1")
                .query(Seal::of)
                .optional();
    }

    private List<AuditEntry> takeUnsealed() {
        return jdbc.sql("""
                with taken as (
                    delete from audit_unsealed
                     where entry_id in (select entry_id from audit_unsealed order by entry_id limit :batch)
                    returning entry_id
                )
                select entry_id, at, actor, action, subject, detail
                  from audit_entry join taken using (entry_id)
                 order by entry_id
                """).param("batch", BATCH).query(AuditChain::toEntry).list();
    }

    private void add(Seal seal, long entryId) {
        jdbc.sql("insert into audit_seal (seal_number, entry_id, hash) values (:number, :entry, :hash)")
                .param("number", seal.number())
                .param("entry", entryId)
                .param("hash", seal.hash())
                .update();
    }

    private static AuditEntry toEntry(ResultSet row, int index) throws SQLException {
        return new AuditEntry(
                row.getLong("entry_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"));
    }

    private record Seal(long number, byte[] hash) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Seal seal && seal.number == number && Arrays.equals(seal.hash, hash);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number);
        }

        static Seal of(ResultSet row, int index) throws SQLException {
            return new Seal(row.getLong("seal_number"), row.getBytes("hash"));
        }
    }

    private record SealedEntry(Seal seal, AuditEntry entry) {

        static SealedEntry of(ResultSet row, int index) throws SQLException {
            return new SealedEntry(Seal.of(row, index), toEntry(row, index));
        }
    }
}
