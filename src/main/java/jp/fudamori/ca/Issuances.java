package jp.fudamori.ca;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import jp.fudamori.common.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code ca_issuance}. */
@Repository
class Issuances {

    private final JdbcClient jdbc;
    private final Seal seal;

    Issuances(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /**
     * What is to be signed and, once that is done, the result.
     *
     * @param tbsSeal proof that {@code tbs} was written by vetting
     */
    record Issuance(Serial serial, String issuer, byte[] tbs, byte[] tbsSeal, Optional<byte[]> certificate) {}

    /** @param keyHash of the holder's key, which no other certificate may have */
    void add(VettedCertificate vetted, String issuer, byte[] keyHash, Instant at) {
        var tbs = vetted.tbsCertificate();
        jdbc.sql("""
                insert into ca_issuance (serial, issuer, profile, tbs, tbs_seal, key_hash, vetted_at)
                values (:serial, :issuer, :profile, :tbs, :seal, :keyHash, :at)
                """)
                .param("serial", vetted.serial().hex())
                .param("issuer", issuer)
                .param("profile", Profile.NAME)
                .param("tbs", tbs)
                .param("seal", seal.seal(digest(tbs), purpose(vetted.serial())))
                .param("keyHash", keyHash)
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

    boolean hasKey(byte[] keyHash) {
        return jdbc.sql("select exists(select from ca_issuance where key_hash = :keyHash)")
                .param("keyHash", keyHash)
                .query(Boolean.class)
                .single();
    }

    /** @throws IllegalStateException if these are not the bytes that were vetted */
    void verify(Issuance issuance) {
        var vetted = seal.open(issuance.tbsSeal(), purpose(issuance.serial()));
        if (!Arrays.equals(vetted, digest(issuance.tbs()))) {
            throw new IllegalStateException("these bytes were not vetted: " + issuance.serial());
        }
    }

    private static String purpose(Serial serial) {
        return "ca-issuance:" + serial;
    }

    private static byte[] digest(byte[] tbs) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(tbs);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
