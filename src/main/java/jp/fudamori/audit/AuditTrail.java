package jp.fudamori.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import jp.fudamori.common.DomainService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 監査証跡: who did what, when, to which object; part of the transaction that did it, never changed afterwards. */
@DomainService
public class AuditTrail {

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds an entry.
     *
     * @param actor account id, or the name of the part of the server that acted, e.g. {@code process}
     * @param action past participle in kebab-case, e.g. {@code application-submitted}
     * @param subject business key of what was acted on, e.g. an application number; never a secret
     * @param detail what the next reader needs to know; never a secret, may be empty
     */
    public void record(String actor, String action, String subject, String detail) {
        jdbc.sql("""
                with entry as (
                    insert into audit_entry (at, actor, action, subject, detail)
                    values (:at, :actor, :action, :subject, :detail)
                    returning entry_id
                )
                insert into audit_unsealed (entry_id) select entry_id from entry
                """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("action", action)
                .param("subject", subject)
                .param("detail", detail)
                .update();
    }
}
