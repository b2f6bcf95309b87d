package jp.fudamori.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.ca.Serial;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.certificate.Certificate.Revoked;
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
    record Unsigned(Serial serial, InstitutionCode institution, LocalDate issuedOn, Optional<byte[]> sealedKey) {}

    Optional<Certificate> find(LineNumber line) {
        return jdbc.sql("""
                select c.application_number, c.line, c.serial, c.not_before, c.not_after,
                       c.revoked_at, c.revocation_reason,
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

    /**
     * Finds a certificate as it is after those who worked on it are through, and locks it until the transaction ends.
     */
    Optional<Certificate> lock(LineNumber line) {
        jdbc.sql("select serial from certificate where application_number = :number and line = :line for update")
                .param("number", line.application().value())
                .param("line", line.position())
                .query(String.class)
                .optional();
        return find(line); // a second statement, or it would not see what the lock waited for
    }

    List<Issued> issuedOf(ApplicationNumber application) {
        return signedOf(application).map(Certificates::asIssued).toList();
    }

    List<Revoked> revokedOf(ApplicationNumber application) {
        return signedOf(application)
                .filter(Revoked.class::isInstance)
                .map(Revoked.class::cast)
                .toList();
    }

    List<Issued> openOf(ApplicationNumber application) {
        return signedOf(application, "and d.closed_on is null")
                .filter(Issued.class::isInstance)
                .map(Issued.class::cast)
                .toList();
    }

    private Stream<Certificate> signedOf(ApplicationNumber application) {
        return signedOf(application, "");
    }

    private Stream<Certificate> signedOf(ApplicationNumber application, String condition) {
        return jdbc
                .sql("""
                select c.application_number, c.line, c.serial, c.not_before, c.not_after,
                       c.revoked_at, c.revocation_reason,
                       d.download_until, d.reference_id, d.downloads
                  from certificate c
                  join certificate_download d using (application_number, line)
                 where c.application_number = :number %s
                 order by c.line
                """.formatted(condition))
                .param("number", application.value())
                .query(Certificates::toCertificate)
                .list()
                .stream();
    }

    Optional<LineNumber> lineOf(Serial serial) {
        return jdbc.sql("select application_number, line from certificate where serial = :serial")
                .param("serial", serial.hex())
                .query((row, index) -> Lines.of(row))
                .optional();
    }

    /** Returns for whom a certificate was vetted, and which of theirs it is. */
    Optional<HolderName> holder(LineNumber line) {
        return jdbc.sql("""
                select institution_code, sequence from certificate where application_number = :number and line = :line
                """)
                .param("number", line.application().value())
                .param("line", line.position())
                .query((row, index) ->
                        new HolderName(new InstitutionCode(row.getString("institution_code")), row.getInt("sequence")))
                .optional();
    }

    boolean hasOwnKey(LineNumber line) {
        return jdbc.sql("select own_key from certificate where application_number = :number and line = :line")
                .param("number", line.application().value())
                .param("line", line.position())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private static final String HELD = """
            select c.application_number, c.line, c.serial, c.not_before, c.not_after,
                   c.revoked_at, c.revocation_reason,
                   d.download_until, d.reference_id, d.downloads, d.closed_on is not null as closed,
                   r.application_number as replacing_application, r.line as replacing_line
              from certificate c
              join certificate_download d using (application_number, line)
              left join certificate_replacement r
                on r.replaced_application = c.application_number and r.replaced_line = c.line
               and exists (select from certificate_download new
                             join certificate_application a using (application_number)
                            where new.application_number = r.application_number and new.line = r.line
                              and (a.kind <> 'renewal' or new.downloads > 0 or c.revoked_at is null))
             where c.institution_code = :institution
            """;

    /** What was issued for an institution, the newest first. */
    List<HeldCertificate> heldBy(InstitutionCode institution, int most) {
        return jdbc.sql(HELD + " order by c.sequence desc limit :most")
                .param("institution", institution.value())
                .param("most", most)
                .query(Certificates::toHeld)
                .list();
    }

    Optional<HeldCertificate> held(InstitutionCode institution, LineNumber line) {
        return jdbc.sql(HELD + " and c.application_number = :number and c.line = :line")
                .param("institution", institution.value())
                .param("number", line.application().value())
                .param("line", line.position())
                .query(Certificates::toHeld)
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

    /**
     * Finds a certificate that waits for its signature and was not given up, and locks it until the transaction ends.
     */
    Optional<Unsigned> lockUnsigned(LineNumber line) {
        return jdbc.sql("""
                select serial, institution_code, not_before, private_key
                  from certificate
                 where application_number = :number and line = :line
                   and (private_key is not null
                        or own_key and not exists (
                           select from certificate_download d
                            where d.application_number = certificate.application_number and d.line = certificate.line))
                   and not exists (
                       select from application_line l
                        where l.application_number = certificate.application_number and l.line = certificate.line
                          and l.refusal is not null)
                   for update
                """)
                .param("number", line.application().value())
                .param("line", line.position())
                .query((row, index) -> new Unsigned(
                        new Serial(row.getString("serial")),
                        new InstitutionCode(row.getString("institution_code")),
                        day(row, "not_before"),
                        Optional.ofNullable(row.getBytes("private_key"))))
                .optional();
    }

    /** @return false if there was none, not any more or never */
    boolean destroyKey(LineNumber line) {
        return jdbc.sql("""
                update certificate set private_key = null
                 where application_number = :number and line = :line and private_key is not null
                """)
                        .param("number", line.application().value())
                        .param("line", line.position())
                        .update()
                == 1;
    }

    /** Keeps, once, that a certificate is revoked. */
    void revoke(Revoked revoked, String by, String note) {
        jdbc.sql("""
                update certificate
                   set revoked_at = :at, revocation_reason = :reason, revoked_by = :by, revocation_note = :note
                 where application_number = :number and line = :line and revoked_at is null
                """)
                .param("at", revoked.at().atOffset(ZoneOffset.UTC))
                .param("reason", revoked.reason().code())
                .param("by", by)
                .param("note", note)
                .param("number", revoked.line().application().value())
                .param("line", revoked.line().position())
                .update();
    }

    private static HeldCertificate toHeld(ResultSet row, int index) throws SQLException {
        var certificate = toCertificate(row, index);
        var replacing = row.getString("replacing_application");
        return new HeldCertificate(
                asIssued(certificate),
                row.getBoolean("closed"),
                certificate instanceof Revoked revoked ? Optional.of(revoked) : Optional.empty(),
                replacing == null
                        ? Optional.empty()
                        : Optional.of(new LineNumber(new ApplicationNumber(replacing), row.getInt("replacing_line"))));
    }

    private static Issued asIssued(Certificate certificate) {
        return certificate instanceof Revoked revoked ? revoked.issued() : (Issued) certificate;
    }

    private static Certificate toCertificate(ResultSet row, int index) throws SQLException {
        return row.getObject("download_until") == null ? toVetted(row) : toSigned(row);
    }

    private static Vetted toVetted(ResultSet row) throws SQLException {
        return new Vetted(
                Lines.of(row), new Serial(row.getString("serial")), day(row, "not_before"), day(row, "not_after"));
    }

    private static Certificate toSigned(ResultSet row) throws SQLException {
        var issued = new Issued(
                Lines.of(row),
                new Serial(row.getString("serial")),
                day(row, "not_before"),
                day(row, "not_after"),
                row.getObject("download_until", LocalDate.class),
                row.getString("reference_id"),
                row.getInt("downloads"));
        var revokedAt = row.getObject("revoked_at", OffsetDateTime.class);
        return revokedAt == null
                ? issued
                : issued.revoke(RevocationReason.of(row.getInt("revocation_reason")), revokedAt.toInstant());
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Validity.dayOf(row.getObject(column, OffsetDateTime.class).toInstant());
    }
}
