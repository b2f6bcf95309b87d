package jp.fudamori.renewal;

import java.time.Instant;
import java.time.ZoneOffset;
import jp.fudamori.application.LineNumber;
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

    boolean isOpen(LineNumber line) {
        return jdbc.sql("select 1 from renewal where application_number = :number and line = :line")
                .param("number", line.application().value())
                .param("line", line.position())
                .query(Integer.class)
                .optional()
                .isPresent();
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
