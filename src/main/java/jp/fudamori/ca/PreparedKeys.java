package jp.fudamori.ca;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code ca_prepared_key}. */
@Repository
class PreparedKeys {

    private final JdbcClient jdbc;

    PreparedKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A key pair nobody has yet.
     *
     * @param publicKey SubjectPublicKeyInfo, DER
     * @param sealedPrivateKey PKCS#8, sealed
     */
    record PreparedKey(UUID id, byte[] publicKey, byte[] sealedPrivateKey) {}

    /** Takes the oldest pair that no other transaction is taking; a rollback puts it back. */
    Optional<PreparedKey> take(KeyAlgorithm algorithm) {
        return jdbc.sql("""
                delete from ca_prepared_key
                 where key_id = (
                       select key_id
                         from ca_prepared_key
                        where algorithm = :algorithm
                        order by made_at
                        limit 1
                          for update skip locked)
                returning key_id, public_key, private_key
                """)
                .param("algorithm", algorithm.name())
                .query(PreparedKeys::toPreparedKey)
                .optional();
    }

    void add(KeyAlgorithm algorithm, PreparedKey key, Instant at) {
        jdbc.sql("""
                insert into ca_prepared_key (key_id, algorithm, public_key, private_key, made_at)
                values (:id, :algorithm, :publicKey, :privateKey, :at)
                """)
                .param("id", key.id())
                .param("algorithm", algorithm.name())
                .param("publicKey", key.publicKey())
                .param("privateKey", key.sealedPrivateKey())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    int count(KeyAlgorithm algorithm) {
        return jdbc.sql("select count(*) from ca_prepared_key where algorithm = :algorithm")
                .param("algorithm", algorithm.name())
                .query(Integer.class)
                .single();
    }

    private static PreparedKey toPreparedKey(ResultSet row, int index) throws SQLException {
        return new PreparedKey(
                row.getObject("key_id", UUID.class), row.getBytes("public_key"), row.getBytes("private_key"));
    }
}
