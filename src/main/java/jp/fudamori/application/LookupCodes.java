package jp.fudamori.application;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code application_code} and {@code lookup_try}. */
@Repository
class LookupCodes {

    private final JdbcClient jdbc;

    LookupCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a code's hash, unless the application has one already. */
    void add(ApplicationNumber number, LookupCode.Hash code) {
        jdbc.sql("""
                insert into application_code (application_number, salt, hash) values (:number, :salt, :hash)
                    on conflict (application_number) do nothing
                """)
                .param("number", number.value())
                .param("salt", code.salt())
                .param("hash", code.hash())
                .update();
    }

    /** Keeps a code's hash in the place of any other. */
    void replace(ApplicationNumber number, LookupCode.Hash code) {
        jdbc.sql("""
                insert into application_code (application_number, salt, hash) values (:number, :salt, :hash)
                    on conflict (application_number) do update set salt = excluded.salt, hash = excluded.hash
                """)
                .param("number", number.value())
                .param("salt", code.salt())
                .param("hash", code.hash())
                .update();
    }

    Optional<LookupCode.Hash> find(ApplicationNumber number) {
        return jdbc.sql("select salt, hash from application_code where application_number = :number")
                .param("number", number.value())
                .query((row, index) -> new LookupCode.Hash(row.getBytes("salt"), row.getBytes("hash")))
                .optional();
    }

    /** Counts one more try in this hour and returns how many these are; forgets those of the day before. */
    int countTry(String source, Instant now) {
        int tries = jdbc.sql("""
                insert into lookup_try as known (source, hour, tries) values (:source, :hour, 1)
                    on conflict (source, hour) do update set tries = known.tries + 1
                returning tries
                """)
                .param("source", source)
                .param("hour", hour(now).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        if (tries == 1) {
            jdbc.sql("delete from lookup_try where hour < :yesterday")
                    .param("yesterday", hour(now).minus(1, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC))
                    .update();
        }
        return tries;
    }

    private static Instant hour(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS);
    }
}
