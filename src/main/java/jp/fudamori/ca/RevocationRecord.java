package jp.fudamori.ca;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code ca_revocation} and {@code ca_unpublished_revocation}. */
@Repository
class RevocationRecord {

    private final JdbcClient jdbc;

    RevocationRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What lists must know of a certificate: who issued it, and until when it would be valid. */
    record IssuedUntil(String issuer, Instant notAfter) {}

    /** @throws IllegalStateException if this authority never vetted such a certificate */
    IssuedUntil issuanceOf(Serial serial) {
        return jdbc.sql("select issuer, tbs from ca_issuance where serial = :serial")
                .param("serial", serial.hex())
                .query((row, index) -> new IssuedUntil(row.getString("issuer"), notAfter(row.getBytes("tbs"))))
                .optional()
                .orElseThrow(() -> new IllegalStateException("never vetted: " + serial));
    }

    private static Instant notAfter(byte[] tbs) {
        return TBSCertificate.getInstance(tbs).getEndDate().getDate().toInstant();
    }

    /** @return false if the certificate was revoked before, by whomever; nothing is changed then */
    boolean add(Revocation revocation, IssuedUntil issued) {
        var added = jdbc.sql("""
                insert into ca_revocation (serial, issuer, shard, reason, revoked_at, not_after)
                values (:serial, :issuer, :shard, :reason, :at, :notAfter)
                    on conflict (serial) do nothing
                """)
                .param("serial", revocation.serial().hex())
                .param("issuer", issued.issuer())
                .param("shard", revocation.serial().shard())
                .param("reason", revocation.reason().code())
                .param("at", revocation.at().atOffset(ZoneOffset.UTC))
                .param("notAfter", issued.notAfter().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 1) {
            jdbc.sql("insert into ca_unpublished_revocation (serial) values (:serial)")
                    .param("serial", revocation.serial().hex())
                    .update();
        }
        return added == 1;
    }

    Optional<Revocation> find(Serial serial) {
        return jdbc.sql("select serial, reason, revoked_at from ca_revocation where serial = :serial")
                .param("serial", serial.hex())
                .query(RevocationRecord::toRevocation)
                .optional();
    }

    private static Revocation toRevocation(ResultSet row, int index) throws SQLException {
        return new Revocation(
                new Serial(row.getString("serial")),
                RevocationReason.of(row.getInt("reason")),
                row.getObject("revoked_at", OffsetDateTime.class).toInstant());
    }
}
