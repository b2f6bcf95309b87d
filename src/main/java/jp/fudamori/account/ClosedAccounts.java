package jp.fudamori.account;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which accounts in the table {@code account} are closed. */
@Repository
class ClosedAccounts {

    private final JdbcClient jdbc;
    private final Clock clock;

    ClosedAccounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean has(AccountId id) {
        return jdbc.sql("select 1 from account where account_id = :id and closed_at is not null")
                .param("id", id.value())
                .query()
                .optionalValue()
                .isPresent();
    }

    /** Whether somebody else has the role, and can log in. */
    boolean isLeft(Role role, AccountId without) {
        return jdbc.sql("""
                select exists (select from account
                                where roles @> array [cast(:role as text)] and account_id <> :id and closed_at is null)
                """)
                .param("role", role.group())
                .param("id", without.value())
                .query(Boolean.class)
                .single();
    }

    /** Returns false if it was closed before. */
    boolean add(AccountId id) {
        return jdbc.sql("update account set closed_at = :at where account_id = :id and closed_at is null")
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Returns false if it was not closed. */
    boolean remove(AccountId id) {
        return jdbc.sql("update account set closed_at = null where account_id = :id and closed_at is not null")
                        .param("id", id.value())
                        .update()
                == 1;
    }
}
