package jp.fudamori.ca;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code ca_ocsp_signer}. */
@Repository
class OcspSignerRecord {

    private final JdbcClient jdbc;

    OcspSignerRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param privateKey PKCS#8, sealed
     * @param certificate empty until it is signed
     */
    record Row(Serial serial, String issuer, byte[] tbs, byte[] privateKey, Optional<byte[]> certificate) {}

    void lock(String issuer) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('ca_ocsp_signer:' || :issuer, 0))")
                .param("issuer", issuer)
                .query((row, index) -> issuer)
                .single();
    }

    void add(Row row, Instant notBefore, Instant notAfter) {
        jdbc.sql("""
                insert into ca_ocsp_signer (serial, issuer, tbs, private_key, not_before, not_after)
                values (:serial, :issuer, :tbs, :privateKey, :notBefore, :notAfter)
                """)
                .param("serial", row.serial().hex())
                .param("issuer", row.issuer())
                .param("tbs", row.tbs())
                .param("privateKey", row.privateKey())
                .param("notBefore", notBefore.atOffset(ZoneOffset.UTC))
                .param("notAfter", notAfter.atOffset(ZoneOffset.UTC))
                .update();
    }

    void signed(Serial serial, byte[] certificate) {
        jdbc.sql("update ca_ocsp_signer set certificate = :certificate where serial = :serial")
                .param("serial", serial.hex())
                .param("certificate", certificate)
                .update();
    }

    /** Returns the one that is valid now and for the longest time, signed or not yet; empty if none lasts so long. */
    Optional<Row> latest(String issuer, Instant now, Instant atLeastUntil) {
        return jdbc.sql("""
                select serial, issuer, tbs, private_key, certificate
                  from ca_ocsp_signer
                 where issuer = :issuer and not_before <= :now and not_after > :until
                 order by certificate is not null desc, not_after desc
                 limit 1
                """)
                .param("issuer", issuer)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", atLeastUntil.atOffset(ZoneOffset.UTC))
                .query(OcspSignerRecord::toRow)
                .optional();
    }

    /** Forgets those whose time is long over, with their keys. */
    void dropBefore(Instant moment) {
        jdbc.sql("delete from ca_ocsp_signer where not_after < :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Row toRow(ResultSet row, int index) throws SQLException {
        return new Row(
                new Serial(row.getString("serial")),
                row.getString("issuer"),
                row.getBytes("tbs"),
                row.getBytes("private_key"),
                Optional.ofNullable(row.getBytes("certificate")));
    }
}
