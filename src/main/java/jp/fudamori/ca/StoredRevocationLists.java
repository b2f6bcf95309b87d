package jp.fudamori.ca;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code ca_revocation_list}: the latest list of each generation. */
@Repository
class StoredRevocationLists {

    private final JdbcClient jdbc;

    StoredRevocationLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RevocationList> latest(String issuer) {
        return jdbc.sql("""
                select number, this_update, next_update, der
                  from ca_revocation_list
                 where issuer = :issuer
                """)
                .param("issuer", issuer)
                .query(StoredRevocationLists::toRevocationList)
                .optional();
    }

    /** Lets only one transaction at a time, on all nodes, make a list of this generation. */
    void lock(String issuer) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('ca_revocation_list:' || :issuer, 0))")
                .param("issuer", issuer)
                .query((row, index) -> issuer)
                .single();
    }

    void store(String issuer, RevocationList list) {
        jdbc.sql("""
                insert into ca_revocation_list (issuer, number, this_update, next_update, der)
                values (:issuer, :number, :thisUpdate, :nextUpdate, :der)
                    on conflict (issuer) do update
                   set number = excluded.number, this_update = excluded.this_update,
                       next_update = excluded.next_update, der = excluded.der
                """)
                .param("issuer", issuer)
                .param("number", list.number())
                .param("thisUpdate", list.thisUpdate().atOffset(ZoneOffset.UTC))
                .param("nextUpdate", list.nextUpdate().atOffset(ZoneOffset.UTC))
                .param("der", list.der())
                .update();
    }

    private static RevocationList toRevocationList(ResultSet row, int index) throws SQLException {
        return new RevocationList(
                row.getLong("number"),
                row.getObject("this_update", OffsetDateTime.class).toInstant(),
                row.getObject("next_update", OffsetDateTime.class).toInstant(),
                row.getBytes("der"));
    }
}
