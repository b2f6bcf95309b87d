package jp.fudamori.renewal;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code renewal}. */
@Repository
class Renewals {

    private final JdbcClient jdbc;

    Renewals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if the period of this certificate was opened before */
    boolean open(LineNumber line, Instant now) {
        return jdbc.sql("""
                insert into renewal (application_number, line, opened_at)
                values (:number, :line, :now)
                    on conflict (application_number, line) do nothing
                """)
                        .param("number", line.application().value())
                        .param("line", line.position())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * Closes periods of certificates whose code has ended, as somebody decided or nobody doubted, and that were not
     * asked to be renewed before; each once.
     *
     * @param code whose certificates; empty for all
     */
    List<LineNumber> stopEnded(Optional<InstitutionCode> code, LocalDate today, Instant now, int most) {
        return jdbc.sql("""
                update renewal r
                   set stopped_at = :now
                  from (select c.application_number, c.line
                          from institution_ending e
                          join succession s using (code)
                          join certificate c on c.institution_code = e.code
                          join renewal o using (application_number, line)
                         where e.withdrawn_at is null and e.closed_on < :today
                           and e.code = coalesce(:code, e.code)
                           and s.state in ('closing', 'succeeding', 'ended')
                           and c.revoked_at is null and o.requested_at is null and o.stopped_at is null
                         order by c.application_number, c.line
                         limit :most
                           for update of o) ended
                 where r.application_number = ended.application_number and r.line = ended.line
                returning r.application_number, r.line
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("today", today)
                .param("code", code.map(InstitutionCode::value).orElse(null), Types.VARCHAR)
                .param("most", most)
                .query((row, index) ->
                        new LineNumber(new ApplicationNumber(row.getString("application_number")), row.getInt("line")))
                .list();
    }

    /**
     * Whether its one renewal was asked for, or is not offered any more; nobody changes that until the transaction
     * ends.
     */
    boolean isOver(LineNumber line) {
        return jdbc.sql("""
                select requested_at is not null or stopped_at is not null
                  from renewal
                 where application_number = :number and line = :line
                   for update
                """)
                .param("number", line.application().value())
                .param("line", line.position())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void requested(LineNumber line, RenewalChannel channel, Instant now) {
        jdbc.sql("""
                update renewal set requested_at = :now, channel = :channel
                 where application_number = :number and line = :line
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("channel", channel.code())
                .param("number", line.application().value())
                .param("line", line.position())
                .update();
    }
}
