package jp.fudamori.ca;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code ca_issuance}. */
@Repository
class Issuances {

    private final JdbcClient jdbc;

    Issuances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is to be signed and, once that is done, the result.
     *
     * @param tbsSeal proof that {@code tbs} was written by vetting
     */
    record Issuance(Serial serial, String issuer, byte[] tbs, byte[] tbsSeal, Optional<byte[]> certificate) {}

    void add(Issuance vetted, Instant at) {
        jdbc.sql("""
                insert into ca_issuance (serial, issuer, profile, tbs, tbs_seal, vetted_at)
                values (:serial, :issuer, :profile, :tbs, :seal, :at)
                """)
                .param("serial", vetted.serial().hex())
                .param("issuer", vetted.issuer())
                .param("profile", Profile.NAME)
                .param("tbs", vetted.tbs())
                .param("seal", vetted.tbsSeal())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Finds an issuance and locks it until the transaction ends. */
    Optional<Issuance> lock(Serial serial) {
        return jdbc.sql("""
                select serial, issuer, tbs, tbs_seal, certificate
                  from ca_issuance
                 where serial = :serial
                   for update
                """)
                .param("serial", serial.hex())
                .query(Issuances::toIssuance)
                .optional();
    }

    void signed(Serial serial, byte[] certificate, Instant at) {
        jdbc.sql("""
                update ca_issuance
                   set certificate = :certificate, signed_at = :at
                 where serial = :serial
                """)
                .param("serial", serial.hex())
                .param("certificate", certificate)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Issuance toIssuance(ResultSet row, int index) throws SQLException {
        return new Issuance(
                new Serial(row.getString("serial")),
                row.getString("issuer"),
                row.getBytes("tbs"),
                row.getBytes("tbs_seal"),
                Optional.ofNullable(row.getBytes("certificate")));
    }
}
