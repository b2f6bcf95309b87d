package jp.fudamori.input;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import jp.fudamori.account.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code page_start}. */
@Repository
class Starts {

    /** No page is sent again after that. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;

    Starts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether this is the first time; waits for who is at it just now. */
    boolean claim(AccountId account, UUID token, Instant at) {
        jdbc.sql("delete from page_start where account_id = :account and started_at < :before")
                .param("account", account.value())
                .param("before", at.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("""
                insert into page_start (account_id, token, case_id, started_at)
                values (:account, :token, '', :at)
                on conflict do nothing
                """)
                        .param("account", account.value())
                        .param("token", token)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void note(AccountId account, UUID token, String caseId) {
        jdbc.sql("update page_start set case_id = :case where account_id = :account and token = :token")
                .param("account", account.value())
                .param("token", token)
                .param("case", caseId)
                .update();
    }

    String begun(AccountId account, UUID token) {
        return jdbc.sql("select case_id from page_start where account_id = :account and token = :token")
                .param("account", account.value())
                .param("token", token)
                .query(String.class)
                .single();
    }
}
