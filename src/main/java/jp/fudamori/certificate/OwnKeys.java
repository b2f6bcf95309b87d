package jp.fudamori.certificate;

import java.security.PublicKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.KeyAlgorithm;
import jp.fudamori.ca.OfferedKey;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code own_key}. */
@Repository
class OwnKeys {

    private final JdbcClient jdbc;

    OwnKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose a key is, and what for. */
    record Place(InstitutionCode institution, String terminalName) {}

    /** @param line empty until an application takes the key */
    record Use(Place place, Optional<LineNumber> line) {}

    /** Lets only one transaction at a time, on all nodes, change the keys of this institution. */
    void lock(InstitutionCode institution) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('own_key:' || :institution, 0))")
                .param("institution", institution.value())
                .query((row, index) -> institution)
                .single();
    }

    void add(Place place, OfferedKey key, AccountId by, Instant at) {
        jdbc.sql("""
                insert into own_key (key_hash, institution_code, terminal_name, request, public_key, algorithm, subject,
                       offered_by, offered_at)
                values (:hash, :institution, :terminal, :request, :key, :algorithm, :subject, :by, :at)
                """)
                .param("hash", key.hash())
                .param("institution", place.institution().value())
                .param("terminal", place.terminalName())
                .param("request", key.request())
                .param("key", key.key().getEncoded())
                .param("algorithm", key.algorithm().name())
                .param("subject", key.subject())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Use> useOf(byte[] hash) {
        return jdbc.sql("""
                select institution_code, terminal_name, application_number, line
                  from own_key
                 where key_hash = :hash
                """).param("hash", hash).query(OwnKeys::toUse).optional();
    }

    void remove(byte[] hash) {
        jdbc.sql("delete from own_key where key_hash = :hash")
                .param("hash", hash)
                .update();
    }

    /** @return false if none waits there */
    boolean removeWaiting(Place place) {
        return jdbc.sql("""
                delete from own_key
                 where institution_code = :institution and terminal_name = :terminal and application_number is null
                """)
                        .param("institution", place.institution().value())
                        .param("terminal", place.terminalName())
                        .update()
                > 0;
    }

    List<OwnKey> waiting(InstitutionCode institution) {
        return jdbc.sql("""
                select terminal_name, algorithm, key_hash, subject, offered_at
                  from own_key
                 where institution_code = :institution and application_number is null
                 order by terminal_name
                """)
                .param("institution", institution.value())
                .query(OwnKeys::toOwnKey)
                .list();
    }

    /** Returns the keys of an application, in the order of its lines. */
    List<OwnKey> of(ApplicationNumber application) {
        return jdbc.sql("""
                select terminal_name, algorithm, key_hash, subject, offered_at
                  from own_key
                 where application_number = :number
                 order by line
                """)
                .param("number", application.value())
                .query(OwnKeys::toOwnKey)
                .list();
    }

    /** Binds the key that waits for a terminal to a line. */
    void claim(Place place, LineNumber line) {
        jdbc.sql("""
                update own_key
                   set application_number = :number, line = :line
                 where institution_code = :institution and terminal_name = :terminal and application_number is null
                """)
                .param("number", line.application().value())
                .param("line", line.position())
                .param("institution", place.institution().value())
                .param("terminal", place.terminalName())
                .update();
    }

    /** Binds the key that waits for the terminal of a renewal to it. */
    void claim(LineNumber renewal) {
        jdbc.sql("""
                update own_key
                   set application_number = a.application_number, line = l.line
                  from certificate_application a
                  join application_line l using (application_number)
                 where a.application_number = :number and l.line = :line and a.kind = 'renewal'
                   and own_key.institution_code = a.institution_code and own_key.terminal_name = l.terminal_name
                   and own_key.application_number is null
                """)
                .param("number", renewal.application().value())
                .param("line", renewal.position())
                .update();
    }

    /** Whether a certificate is for a key of its clinic's own, and none waits for the next one of its terminal. */
    boolean isMissingAfter(LineNumber line) {
        return jdbc.sql("""
                select c.own_key and not exists (
                       select from own_key k
                        where k.institution_code = a.institution_code and k.terminal_name = l.terminal_name
                          and k.application_number is null)
                  from certificate c
                  join certificate_application a using (application_number)
                  join application_line l using (application_number, line)
                 where c.application_number = :number and c.line = :line
                """)
                .param("number", line.application().value())
                .param("line", line.position())
                .query(Boolean.class)
                .single();
    }

    /** @param line whose key it is */
    record Bound(byte[] hash, LineNumber line) {}

    /** Returns the keys that an application has taken. */
    List<Bound> boundTo(ApplicationNumber application) {
        return jdbc.sql("select key_hash, application_number, line from own_key where application_number = :number")
                .param("number", application.value())
                .query((row, index) -> new Bound(row.getBytes("key_hash"), Lines.of(row)))
                .list();
    }

    /** Lets a key wait for a terminal for which none waits. */
    void await(byte[] hash, Place place) {
        jdbc.sql("""
                update own_key
                   set application_number = null, line = null, terminal_name = :terminal
                 where key_hash = :hash and institution_code = :institution
                """)
                .param("terminal", place.terminalName())
                .param("hash", hash)
                .param("institution", place.institution().value())
                .update();
    }

    /** Returns the key of a line; empty where the office makes it. */
    Optional<PublicKey> find(LineNumber line) {
        return jdbc.sql("""
                select public_key, algorithm
                  from own_key
                 where application_number = :number and line = :line
                """)
                .param("number", line.application().value())
                .param("line", line.position())
                .query((row, index) ->
                        KeyAlgorithm.valueOf(row.getString("algorithm")).publicKey(row.getBytes("public_key")))
                .optional();
    }

    private static Use toUse(ResultSet row, int index) throws SQLException {
        var place = new Place(new InstitutionCode(row.getString("institution_code")), row.getString("terminal_name"));
        return new Use(
                place, row.getString("application_number") == null ? Optional.empty() : Optional.of(Lines.of(row)));
    }

    private static OwnKey toOwnKey(ResultSet row, int index) throws SQLException {
        return new OwnKey(
                row.getString("terminal_name"),
                row.getString("algorithm"),
                row.getBytes("key_hash"),
                row.getString("subject"),
                row.getObject("offered_at", OffsetDateTime.class).toInstant());
    }
}
