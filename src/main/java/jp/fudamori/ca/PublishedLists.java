package jp.fudamori.ca;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import jp.fudamori.ca.RevocationListWriter.Edition;
import jp.fudamori.ca.RevocationListWriter.Frame;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code ca_published_list} and {@code ca_list_part}. */
@Repository
class PublishedLists {

    /** Number of the shard that a list of all certificates has. */
    static final int ALL = -1;

    private static final int ROWS_AT_A_TIME = 5_000;

    private final JdbcClient jdbc;
    private final JdbcClient cursor;

    PublishedLists(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        var template = new JdbcTemplate(database);
        template.setFetchSize(ROWS_AT_A_TIME);
        this.cursor = JdbcClient.create(template);
    }

    /** @param length of the entries, bytes */
    record Part(long id, long length) {}

    /** Lets only one transaction at a time, on all nodes, make lists of this generation. */
    void lock(String issuer) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('ca_published_list:' || :issuer, 0))")
                .param("issuer", issuer)
                .query((row, index) -> issuer)
                .single();
    }

    /** Held by everybody who counts on the next publication until their transaction ends. */
    void joinGathering() {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended('ca_published_list gathering', 0))")
                .query((row, index) -> index)
                .single();
    }

    /** Waits for all who count on this publication. */
    void closeGathering() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('ca_published_list gathering', 0))")
                .query((row, index) -> index)
                .single();
    }

    Optional<PublishedList> latest(String issuer, int shard) {
        return jdbc.sql("""
                select number, this_update, next_update, head, parts, tail, length
                  from ca_published_list
                 where issuer = :issuer and shard = :shard
                 order by number desc
                 limit 1
                """)
                .param("issuer", issuer)
                .param("shard", shard)
                .query(this::toPublishedList)
                .optional();
    }

    private PublishedList toPublishedList(ResultSet row, int index) throws SQLException {
        var edition = new Edition(
                row.getLong("number"),
                row.getObject("this_update", OffsetDateTime.class).toInstant(),
                row.getObject("next_update", OffsetDateTime.class).toInstant());
        return new PublishedList(
                edition,
                new Frame(row.getBytes("head"), row.getBytes("tail")),
                List.of((Long[]) row.getArray("parts").getArray()),
                row.getLong("length"),
                this::entries);
    }

    /** When the oldest of the latest lists of a generation was made; long ago if one is missing. */
    Instant oldest(String issuer, int lists) {
        return jdbc.sql("""
                select case when count(*) = :lists then min(this_update) else 'epoch' end as oldest
                  from (select max(this_update) as this_update
                          from ca_published_list
                         where issuer = :issuer
                         group by shard) latest
                """)
                .param("issuer", issuer)
                .param("lists", lists)
                .query((row, index) ->
                        row.getObject("oldest", OffsetDateTime.class).toInstant())
                .single();
    }

    byte[] entries(long part) {
        return jdbc.sql("select entries from ca_list_part where part_id = :part")
                .param("part", part)
                .query((row, index) -> row.getBytes("entries"))
                .single();
    }

    /** The parts that the latest list of each shard consists of, in the order of the shards. */
    List<Part> latestParts(String issuer) {
        return jdbc.sql("""
                select part_id, octet_length(entries) as length
                  from ca_list_part
                 where part_id in (select max(part_id) from ca_list_part where issuer = :issuer group by shard)
                 order by shard
                """)
                .param("issuer", issuer)
                .query((row, index) -> new Part(row.getLong("part_id"), row.getLong("length")))
                .list();
    }

    /**
     * Returns who is revoked now, as lists say it.
     *
     * @param listed when the list before was made: who had expired then was told once more by it, and is left out now
     *     (RFC 5280, 3.3)
     */
    byte[] collect(String issuer, int shard, Instant listed) {
        var entries = new ListEntries();
        cursor.sql("""
                select serial, reason, extract(epoch from revoked_at)::bigint as second
                  from ca_revocation
                 where issuer = :issuer and shard = :shard and greatest(not_after, revoked_at) >= :listed
                """)
                .param("issuer", issuer)
                .param("shard", shard)
                .param("listed", listed.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    entries.add(row.getString("serial"), row.getInt("reason"), row.getLong("second"));
                });
        return entries.der();
    }

    /** Keeps what lists say. */
    Part keep(String issuer, int shard, byte[] entries) {
        var id = jdbc.sql("""
                insert into ca_list_part (issuer, shard, entries) values (:issuer, :shard, :entries)
                returning part_id
                """)
                .param("issuer", issuer)
                .param("shard", shard)
                .param("entries", entries)
                .query(Long.class)
                .single();
        return new Part(id, entries.length);
    }

    /** @param length of the entries, bytes */
    void add(String issuer, int shard, Edition edition, Frame frame, List<Part> parts) {
        var entries = parts.stream().mapToLong(Part::length).sum();
        jdbc.sql("""
                insert into ca_published_list
                       (issuer, shard, number, this_update, next_update, head, parts, tail, length)
                values (:issuer, :shard, :number, :thisUpdate, :nextUpdate, :head, :parts, :tail, :length)
                """)
                .param("issuer", issuer)
                .param("shard", shard)
                .param("number", edition.number())
                .param("thisUpdate", edition.thisUpdate().atOffset(ZoneOffset.UTC))
                .param("nextUpdate", edition.nextUpdate().atOffset(ZoneOffset.UTC))
                .param("head", frame.head())
                .param("parts", parts.stream().map(Part::id).toArray(Long[]::new))
                .param("tail", frame.tail())
                .param("length", frame.head().length + entries + frame.tail().length)
                .update();
    }

    /** Drops what nobody can be reading any longer: all but the latest two lists, and parts that are in none. */
    void dropOld(String issuer) {
        jdbc.sql("""
                delete from ca_published_list old
                 where issuer = :issuer
                   and (select count(*) from ca_published_list younger
                         where younger.issuer = old.issuer and younger.shard = old.shard
                           and younger.number > old.number) >= 2
                """).param("issuer", issuer).update();
        jdbc.sql("""
                delete from ca_list_part
                 where issuer = :issuer
                   and part_id not in (
                       select unnest(parts) from ca_published_list where issuer = :issuer)
                """).param("issuer", issuer).update();
    }

    /** Takes note that these shards will be published with all that is revoked until now. */
    Set<Integer> takeUnpublished(String issuer) {
        return Set.copyOf(
                jdbc.sql("""
                with taken as (
                    delete from ca_unpublished_revocation
                     where serial in (
                           select serial
                             from ca_unpublished_revocation
                             join ca_revocation using (serial)
                            where issuer = :issuer)
                    returning serial)
                select distinct shard from taken join ca_revocation using (serial)
                """).param("issuer", issuer).query(Integer.class).list());
    }

    /** Whether a revocation of a generation is in no list yet. */
    boolean hasUnpublished(String issuer) {
        return jdbc.sql("""
                select exists (
                    select from ca_unpublished_revocation join ca_revocation using (serial) where issuer = :issuer)
                """).param("issuer", issuer).query(Boolean.class).single();
    }

    /** When the oldest revocation was made that no list tells yet. */
    Optional<Instant> oldestUnpublished() {
        return jdbc.sql("""
                select min(revoked_at) as at
                  from ca_unpublished_revocation
                  join ca_revocation using (serial)
                """)
                .query((row, index) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }
}
