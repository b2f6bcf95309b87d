package jp.fudamori.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.fudamori.application.LineNumber;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.institution.EndingDesk;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells which certificates end soon, a page at a time. */
@DomainService
public class ExpiringCertificates {

    private final JdbcClient jdbc;
    private final EndingDesk endings;

    ExpiringCertificates(JdbcClient jdbc, EndingDesk endings) {
        this.jdbc = jdbc;
        this.endings = endings;
    }

    /**
     * One certificate, and its place in the order.
     *
     * @param notAfter last second of its validity
     */
    public record Expiring(LineNumber line, Instant notAfter) {}

    /**
     * Returns certificates that were signed, are not revoked and that none replaces, of codes that have not ended, the
     * nearest end first. No code ends until the transaction does, but by the clock.
     *
     * @param from today, first day of the end, inclusive, Asia/Tokyo
     * @param to last day of the end, inclusive
     * @param after last one of the page before; empty for the first page
     */
    public List<Expiring> page(LocalDate from, LocalDate to, Optional<Expiring> after, int pageSize) {
        endings.holdStill();
        var begin = after.map(Expiring::notAfter).orElse(startOf(from).minusNanos(1_000));
        return jdbc.sql("""
                select c.application_number, c.line, c.not_after
                  from certificate c
                 where (c.not_after, c.application_number, c.line) > (:begin, :number, :line)
                   and c.not_after < :end
                   and c.revoked_at is null
                   and exists (select from certificate_download d
                                where d.application_number = c.application_number and d.line = c.line)
                   and not exists (select from institution_ending e
                                    where e.code = c.institution_code and e.withdrawn_at is null
                                      and e.closed_on < :today)
                   and not exists (select from certificate_replacement r
                                     join certificate_application a on a.application_number = r.application_number
                                    where r.replaced_application = c.application_number and r.replaced_line = c.line
                                      and a.state = 'approved')
                 order by c.not_after, c.application_number, c.line
                 limit :size
                """)
                .param("begin", begin.atOffset(ZoneOffset.UTC))
                .param(
                        "number",
                        after.map(last -> last.line().application().value()).orElse(""))
                .param("line", after.map(last -> last.line().position()).orElse(0))
                .param("today", from)
                .param("end", startOf(to.plusDays(1)).atOffset(ZoneOffset.UTC))
                .param("size", pageSize)
                .query(ExpiringCertificates::toExpiring)
                .list();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(JapaneseDates.TOKYO).toInstant();
    }

    private static Expiring toExpiring(ResultSet row, int index) throws SQLException {
        return new Expiring(
                Lines.of(row), row.getObject("not_after", OffsetDateTime.class).toInstant());
    }
}
