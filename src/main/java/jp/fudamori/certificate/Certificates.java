package jp.fudamori.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
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
     * @param sealedKey PKCS#8, sealed; empty where the clinic has it
     */
    record Unsigned(Serial serial, LocalDate issuedOn, Optional<byte[]> sealedKey) {}

    Optional<Certificate> find(LineNumber line) {
        return jdbc.sql("""
                select c.application_number, c.line, c.serial, c.not_before, c.not_after,
                       d.download_until, d.reference_id, d.downloads
                  from certificate c
                  left join certificate_download d using (application_number, line)
                 where c.application_number = :number and c.line = :line
                """)
                .param("number", line.application().value())
                .param("line", line.position())
                .query(Certificates::toCertificate)
                .optional();
    }

    List<Issued> issuedOf(ApplicationNumber application) {
        return jdbc.sql("""
                select c.application_number, c.line, c.serial, c.not_before, c.not_after,
                       d.download_until, d.reference_id, d.downloads
                  from certificate c
                  join certificate_download d using (application_number, line)
                 where c.application_number = :number
                 order by c.line
                """).param("number", application.value()).query(Certificates::toCertificate).stream()
                .map(Issued.class::cast)
                .toList();
    }

    /** What was issued for an institution, the newest first. */
    List<HeldCertificate> heldBy(InstitutionCode institution, int most) {
        return jdbc.sql("""
                select c.application_number, c.line, c.serial, c.not_before, c.not_after,
                       d.download_until, d.reference_id, d.downloads, d.closed_on is not null as closed
                  from certificate c
                  join certificate_download d using (application_number, line)
                 where c.institution_code = :institution
                 order by c.sequence desc
                 limit :most
                """)
                .param("institution", institution.value())
                .param("most", most)
                .query((row, index) ->
                        new HeldCertificate((Issued) toCertificate(row, index), row.getBoolean("closed")))
                .list();
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

    void add(LineNumber line, HolderName name, Validity validity, Serial serial, Optional<byte[]> sealedKey) {
        jdbc.sql("""
                insert into certificate
                       (application_number, line, serial, institution_code, sequence, not_before, not_after, private_key,
                       own_key)
                values (:number, :line, :serial, :institution, :sequence, :notBefore, :notAfter, :key, :ownKey)
                """)
                .param("number", line.application().value())
                .param("line", line.position())
                .param("serial", serial.hex())
                .param("institution", name.institution().value())
                .param("sequence", name.sequence())
                .param("notBefore", validity.notBefore().atOffset(ZoneOffset.UTC))
                .param("notAfter", validity.notAfter().atOffset(ZoneOffset.UTC))
                .param("key", sealedKey.orElse(null))
                .param("ownKey", sealedKey.isEmpty())
                .update();
    }

    /** Finds a certificate that waits for its signature, and locks it until the transaction ends. */
    Optional<Unsigned> lockUnsigned(LineNumber line) {
        return jdbc.sql("""
                select serial, not_before, private_key
                  from certificate
                 where application_number = :number and line = :line
                   and (private_key is not null
                        or own_key and not exists (
                           select from certificate_download d
                            where d.application_number = certificate.application_number and d.line = certificate.line))
                   for update
                """)
                .param("number", line.application().value())
                .param("line", line.position())
                .query((row, index) -> new Unsigned(
                        new Serial(row.getString("serial")),
                        day(row, "not_before"),
                        Optional.ofNullable(row.getBytes("private_key"))))
                .optional();
    }

    void destroyKey(LineNumber line) {
        jdbc.sql("update certificate set private_key = null where application_number = :number and line = :line")
                .param("number", line.application().value())
                .param("line", line.position())
                .update();
    }

    private static Certificate toCertificate(ResultSet row, int index) throws SQLException {
        var line = Lines.of(row);
        var serial = new Serial(row.getString("serial"));
        var notBefore = day(row, "not_before");
        var notAfter = day(row, "not_after");
        var downloadUntil = row.getObject("download_until", LocalDate.class);
        return downloadUntil == null
                ? new Vetted(line, serial, notBefore, notAfter)
                : new Issued(
                        line,
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
