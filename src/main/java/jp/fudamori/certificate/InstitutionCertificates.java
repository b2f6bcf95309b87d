package jp.fudamori.certificate;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import jp.fudamori.application.LineNumber;
import jp.fudamori.common.DomainService;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells which certificates of an institution are good, however many there are. */
@DomainService
public class InstitutionCertificates {

    private final JdbcClient jdbc;
    private final Replacements replacements;
    private final Clock clock;

    InstitutionCertificates(JdbcClient jdbc, Replacements replacements, Clock clock) {
        this.jdbc = jdbc;
        this.replacements = replacements;
        this.clock = clock;
    }

    /** A certificate that is neither revoked nor expired. */
    public record Valid(LineNumber line, String terminalName) {}

    /** Returns those that are signed, not revoked and not expired, the newest first. */
    public List<Valid> valid(InstitutionCode institution) {
        return jdbc.sql("""
                select c.application_number, c.line, l.terminal_name
                  from certificate c
                  join certificate_download d using (application_number, line)
                  join application_line l using (application_number, line)
                 where c.institution_code = :institution and c.revoked_at is null and c.not_after >= :now
                 order by c.sequence desc
                """)
                .param("institution", institution.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Valid(Lines.of(row), row.getString("terminal_name")))
                .list();
    }

    /** Returns those of the valid ones that nothing replaces. */
    public List<Valid> replaceable(InstitutionCode institution) {
        return valid(institution).stream()
                .filter(one -> replacements.replacing(one.line()).isEmpty())
                .toList();
    }

    /**
     * Returns the contact of the institution's last certificate.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException if it never had one
     */
    public String lastContact(InstitutionCode institution) {
        return jdbc.sql("""
                select a.contact_name
                  from certificate c
                  join certificate_application a using (application_number)
                 where c.institution_code = :institution
                 order by c.sequence desc
                 limit 1
                """)
                .param("institution", institution.value())
                .query(String.class)
                .single();
    }
}
