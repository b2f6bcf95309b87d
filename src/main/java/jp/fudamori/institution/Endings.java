package jp.fudamori.institution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code institution_ending}. */
@Repository
class Endings {

    private final JdbcClient jdbc;

    Endings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets many transactions go on at once, but none that {@link #await} admits. */
    void share() {
        lock("pg_advisory_xact_lock_shared");
    }

    /** Waits for all that {@link #share}, and keeps out others, until the transaction ends. */
    void await() {
        lock("pg_advisory_xact_lock");
    }

    private void lock(String function) {
        jdbc.sql("select " + function + "(hashtextextended('institution-ending', 0))")
                .query()
                .listOfRows();
    }

    /** Lets one import at a time write; others may read meanwhile. */
    void lock() {
        jdbc.sql("lock table institution_ending in share row exclusive mode").update();
    }

    /** Those that count. */
    Map<InstitutionCode, Ending> all() {
        var all = new HashMap<InstitutionCode, Ending>();
        jdbc.sql("select code, closed_on, successor from institution_ending where withdrawn_at is null")
                .query(Endings::toEnding)
                .list()
                .forEach(ending -> all.put(ending.code(), ending));
        return all;
    }

    /** Those that were found wrong, whether another one was recorded since or not. */
    Set<Ending> wrong() {
        return jdbc.sql("""
                select code, closed_on, successor from institution_ending where withdrawn_at is not null
                union all
                select code, closed_on, successor from institution_ending_withdrawn
                """).query(Endings::toEnding).set();
    }

    /** Finds the one that was recorded last, also where it was found wrong. */
    Optional<Ending> find(InstitutionCode code) {
        return jdbc.sql("select code, closed_on, successor from institution_ending where code = :code")
                .param("code", code.value())
                .query(Endings::toEnding)
                .optional();
    }

    Optional<Ending> ofSuccessor(InstitutionCode successor) {
        return jdbc.sql("select code, closed_on, successor from institution_ending where successor = :successor"
                        + " and withdrawn_at is null")
                .param("successor", successor.value())
                .query(Endings::toEnding)
                .optional();
    }

    List<Ending> ofSuccessors(Collection<InstitutionCode> successors) {
        return jdbc.sql("select code, closed_on, successor from institution_ending where successor = any (?)"
                        + " and withdrawn_at is null")
                .param(successors.stream().map(InstitutionCode::value).toArray(String[]::new))
                .query(Endings::toEnding)
                .list();
    }

    /** Records it; what was found wrong about the code before, is kept aside. */
    void add(Ending ending, Instant now) {
        jdbc.sql("""
                insert into institution_ending_withdrawn (code, closed_on, successor, recorded_at, withdrawn_at)
                select code, closed_on, successor, recorded_at, withdrawn_at
                  from institution_ending
                 where code = :code and withdrawn_at is not null
                """).param("code", ending.code().value()).update();
        jdbc.sql("""
                insert into institution_ending (code, closed_on, successor, recorded_at)
                values (:code, :closedOn, :successor, :now)
                    on conflict (code) do update
                       set closed_on = excluded.closed_on, successor = excluded.successor,
                           recorded_at = excluded.recorded_at, withdrawn_at = null
                     where institution_ending.withdrawn_at is not null
                """)
                .param("code", ending.code().value())
                .param("closedOn", ending.closedOn())
                .param(
                        "successor",
                        ending.successor().map(InstitutionCode::value).orElse(null))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Finds an ending that counts. */
    Optional<Ending> inForce(InstitutionCode code) {
        return jdbc.sql("""
                select code, closed_on, successor
                  from institution_ending
                 where code = :code and withdrawn_at is null
                """)
                .param("code", code.value())
                .query(Endings::toEnding)
                .optional();
    }

    void withdraw(InstitutionCode code, Instant now) {
        jdbc.sql("update institution_ending set withdrawn_at = :now where code = :code and withdrawn_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("code", code.value())
                .update();
    }

    private static Ending toEnding(ResultSet row, int index) throws SQLException {
        return new Ending(
                new InstitutionCode(row.getString("code")),
                row.getObject("closed_on", LocalDate.class),
                Optional.ofNullable(row.getString("successor")).map(InstitutionCode::new));
    }
}
