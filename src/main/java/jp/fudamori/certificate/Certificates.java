package jp.fudamori.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.ca.Serial;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.certificate.Certificate.Vetted;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code certificate}. */
@Repository
class Certificates {

    private final JdbcClient jdbc;

    Certificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A certificate that waits for its signature.
     *
     * @param sealedKey PKCS#8, sealed
     */
    record Unsigned(Serial serial, LocalDate issuedOn, byte[] sealedKey) {}

    Optional<Certificate> find(ApplicationNumber number) {
        return jdbc.sql("""
                select c.application_number, c.serial, c.not_before, c.not_after,
                       d.download_until, d.reference_id, d.downloads
                  from certificate c
                  left join certificate_download d using (application_number)
                 where c.application_number = :number
                """)
                .param("number", number.value())
                .query(Certificates::toCertificate)
                .optional();
    }

    /** Lets only one transaction at a time, on all nodes, name a certificate of this institution. */
    void lock(InstitutionCode institution) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('certificate:' || :institution, 0))")
                .param("institution", institution.value())
                .query((row, index) -> institution)
                .single();
    }

    int nextSequence(InstitutionCode institution) {
        return jdbc.sql("select coalesce(max(sequence), 0) + 1 from certificate where institution_code = :institution")
                .param("institution", institution.value())
                .query(Integer.class)
                .single();
    }

    void add(ApplicationNumber number, HolderName name, Validity validity, Serial serial, byte[] sealedKey) {
        jdbc.sql("""
                insert into certificate
                       (application_number, serial, institution_code, sequence, not_before, not_after, private_key)
                values (:number, :serial, :institution, :sequence, :notBefore, :notAfter, :key)
                """)
                .param("number", number.value())
                .param("serial", serial.hex())
                .param("institution", name.institution().value())
                .param("sequence", name.sequence())
                .param("notBefore", validity.notBefore().atOffset(ZoneOffset.UTC))
                .param("notAfter", validity.notAfter().atOffset(ZoneOffset.UTC))
                .param("key", sealedKey)
                .update();
    }

    /** Finds a certificate that waits for its signature, and locks it until the transaction ends. */
    Optional<Unsigned> lockUnsigned(ApplicationNumber number) {
        return jdbc.sql("""
                select serial, not_before, private_key
                  from certificate
                 where application_number = :number and private_key is not null
                   for update
                """)
                .param("number", number.value())
                .query((row, index) -> new Unsigned(
                        new Serial(row.getString("serial")), day(row, "not_before"), row.getBytes("private_key")))
                .optional();
    }

    void destroyKey(ApplicationNumber number) {
        jdbc.sql("update certificate set private_key = null where application_number = :number")
                .param("number", number.value())
                .update();
    }

    private static Certificate toCertificate(ResultSet row, int index) throws SQLException {
        var number = new ApplicationNumber(row.getString("application_number"));
        var serial = new Serial(row.getString("serial"));
        var notBefore = day(row, "not_before");
        var notAfter = day(row, "not_after");
        var downloadUntil = row.getObject("download_until", LocalDate.class);
        return downloadUntil == null
                ? new Vetted(number, serial, notBefore, notAfter)
                : new Issued(
                        number,
                        serial,
                        notBefore,
                        notAfter,
                        downloadUntil,
                        row.getString("reference_id"),
                        row.getInt("downloads"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Validity.dayOf(row.getObject(column, OffsetDateTime.class).toInstant());
    }
}
