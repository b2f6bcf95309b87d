package jp.fudamori.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.Credentials.Closed;
import jp.fudamori.certificate.Credentials.Known;
import jp.fudamori.certificate.Credentials.Locked;
import jp.fudamori.certificate.Credentials.Over;
import jp.fudamori.certificate.Credentials.Waiting;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code certificate_download}. */
@Repository
class Downloads {

    private final JdbcClient jdbc;

    Downloads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(LineNumber line, LetterSecrets secrets, byte[] pkcs12, LocalDate until) {
        var code = CodeHash.of(secrets.authorizationCode());
        jdbc.sql("""
                insert into certificate_download
                       (application_number, line, reference_id, code_salt, code_hash, pkcs12, download_until)
                values (:number, :line, :referenceId, :salt, :hash, :pkcs12, :until)
                """)
                .param("number", line.application().value())
                .param("line", line.position())
                .param("referenceId", secrets.referenceId())
                .param("salt", code.salt())
                .param("hash", code.hash())
                .param("pkcs12", pkcs12)
                .param("until", until)
                .update();
    }

    /** One that no letter tells anybody about: its reference and code are known to nobody. */
    void addWithoutLetter(LineNumber line, LocalDate until) {
        var nobodys = SecretWords.letterSecrets();
        var code = CodeHash.of(nobodys.authorizationCode());
        jdbc.sql("""
                insert into certificate_download
                       (application_number, line, reference_id, code_salt, code_hash, download_until)
                values (:number, :line, :referenceId, :salt, :hash, :until)
                """)
                .param("number", line.application().value())
                .param("line", line.position())
                .param("referenceId", nobodys.referenceId())
                .param("salt", code.salt())
                .param("hash", code.hash())
                .param("until", until)
                .update();
    }

    void count(LineNumber line) {
        jdbc.sql("""
                update certificate_download set downloads = downloads + 1
                 where application_number = :number and line = :line
                """)
                .param("number", line.application().value())
                .param("line", line.position())
                .update();
    }

    /** Finds by reference and locks until the transaction ends, so that no two tries are counted as one. */
    Optional<Credentials> lock(String referenceId, LocalDate today) {
        return jdbc.sql("""
                select d.application_number, d.line, c.institution_code, c.sequence, d.code_salt, d.code_hash, d.pkcs12,
                       d.download_until, d.closed_on, d.wrong_codes, d.downloads
                  from certificate_download d
                  join certificate c using (application_number, line)
                 where d.reference_id = :referenceId
                   for update of d
                """)
                .param("referenceId", referenceId)
                .query((row, index) -> toCredentials(row, today))
                .optional();
    }

    /** Keeps how often they were tried and used. */
    void save(Credentials credentials) {
        var known = credentials.known();
        jdbc.sql("""
                update certificate_download
                   set wrong_codes = :wrongCodes, downloads = :downloads
                 where application_number = :number and line = :line
                """)
                .param("wrongCodes", known.wrongCodes())
                .param("downloads", known.downloads())
                .param("number", known.line().application().value())
                .param("line", known.line().position())
                .update();
    }

    /** Ends a download for good and removes its file; returns whether it was open, or over only by its period. */
    boolean close(LineNumber line, LocalDate today, String reason) {
        jdbc.sql("delete from renewal_file where application_number = :number and line = :line")
                .param("number", line.application().value())
                .param("line", line.position())
                .update();
        return jdbc.sql("""
                update certificate_download
                   set pkcs12 = null, closed_on = :today, closing_reason = :reason
                 where application_number = :number and line = :line and closed_on is null
                """)
                        .param("today", today)
                        .param("reason", reason)
                        .param("number", line.application().value())
                        .param("line", line.position())
                        .update()
                == 1;
    }

    boolean isClosed(LineNumber line) {
        return jdbc.sql("""
                select exists (select from certificate_download
                                where application_number = :number and line = :line and closed_on is not null)
                """)
                .param("number", line.application().value())
                .param("line", line.position())
                .query(Boolean.class)
                .single();
    }

    /** Removes the files whose last day is before {@code today}, and says whose they were. */
    List<LineNumber> destroyBefore(LocalDate today) {
        return jdbc.sql("""
                update certificate_download
                   set pkcs12 = null
                 where pkcs12 is not null and download_until < :today
                returning application_number, line
                """)
                .param("today", today)
                .query((row, index) -> Lines.of(row))
                .list();
    }

    /** As {@link #destroyBefore}, of those that no letter tells about. */
    List<LineNumber> destroyWithoutLetterBefore(LocalDate today) {
        return jdbc.sql("""
                delete from renewal_file f
                 using certificate_download d
                 where d.application_number = f.application_number and d.line = f.line and d.download_until < :today
                returning f.application_number, f.line
                """)
                .param("today", today)
                .query((row, index) -> Lines.of(row))
                .list();
    }

    /** A place in the order of deadlines, before or between them. */
    record Place(LocalDate until, String application) {}

    /** Files that were never fetched, those of one application and one last day together. */
    List<DownloadDeadline> unfetched(Place after, LocalDate to, int limit) {
        return jdbc.sql("""
                select application_number, download_until, array_agg(line order by line) as lines
                  from certificate_download
                 where downloads = 0 and pkcs12 is not null and download_until <= :to
                   and (download_until, application_number) > (:until, :application)
                 group by download_until, application_number
                 order by download_until, application_number
                 limit :limit
                """)
                .param("to", to)
                .param("until", after.until())
                .param("application", after.application())
                .param("limit", limit)
                .query(Downloads::toDeadline)
                .list();
    }

    private static DownloadDeadline toDeadline(ResultSet row, int index) throws SQLException {
        var application = new ApplicationNumber(row.getString("application_number"));
        var lines = Arrays.stream((Short[]) row.getArray("lines").getArray())
                .map(line -> new LineNumber(application, line))
                .toList();
        return new DownloadDeadline(application, row.getObject("download_until", LocalDate.class), lines);
    }

    private static Credentials toCredentials(ResultSet row, LocalDate today) throws SQLException {
        var known = new Known(
                Lines.of(row),
                new HolderName(new InstitutionCode(row.getString("institution_code")), row.getInt("sequence")),
                new CodeHash(row.getBytes("code_salt"), row.getBytes("code_hash")),
                row.getObject("download_until", LocalDate.class),
                row.getInt("wrong_codes"),
                row.getInt("downloads"));
        if (known.wrongCodes() >= Credentials.WRONG_CODES_ALLOWED) {
            return new Locked(known);
        }
        if (row.getObject("closed_on", LocalDate.class) != null) {
            return new Closed(known);
        }
        var pkcs12 = row.getBytes("pkcs12");
        return pkcs12 == null || today.isAfter(known.until()) ? new Over(known) : new Waiting(known, pkcs12);
    }
}
