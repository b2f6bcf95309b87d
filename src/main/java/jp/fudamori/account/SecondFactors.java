package jp.fudamori.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import jp.fudamori.common.Seal;
import jp.fudamori.common.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code second_factor} and {@code recovery_code}. */
@Repository
class SecondFactors {

    private final JdbcClient jdbc;
    private final Seal seal;

    SecondFactors(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    boolean has(AccountId id) {
        return jdbc.sql("select 1 from second_factor where account_id = :id and enrolled_at is not null")
                .param("id", id.value())
                .query()
                .optionalValue()
                .isPresent();
    }

    /** Finds the second factor and locks it: of two requests with one code, the second sees what the first did. */
    Optional<Enrolled> lock(AccountId id) {
        return jdbc.sql("""
                select sealed_secret, last_step, enrolled_at is not null as confirmed
                  from second_factor
                 where account_id = :id
                   for update
                """)
                .param("id", id.value())
                .query((row, index) -> new Enrolled(
                        new TotpSecret(seal.open(row.getBytes("sealed_secret"), purpose(id))),
                        row.getLong("last_step"),
                        row.getBoolean("confirmed")))
                .optional();
    }

    /** Keeps a secret of which no code has come yet. */
    void propose(AccountId id, TotpSecret secret) {
        jdbc.sql("""
                insert into second_factor (account_id, sealed_secret, last_step) values (:id, :secret, 0)
                    on conflict (account_id) do nothing
                """)
                .param("id", id.value())
                .param("secret", seal.seal(secret.bytes(), purpose(id)))
                .update();
    }

    void confirm(AccountId id, Instant now) {
        jdbc.sql("update second_factor set enrolled_at = :now where account_id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    void accepted(AccountId id, long step) {
        jdbc.sql("update second_factor set last_step = :step where account_id = :id")
                .param("step", step)
                .param("id", id.value())
                .update();
    }

    void remove(AccountId id) {
        jdbc.sql("delete from recovery_code where account_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("delete from second_factor where account_id = :id")
                .param("id", id.value())
                .update();
    }

    /** Puts new recovery codes in the place of all earlier ones. */
    void replaceRecoveryCodes(AccountId id, Collection<String> codes) {
        jdbc.sql("delete from recovery_code where account_id = :id")
                .param("id", id.value())
                .update();
        codes.forEach(code -> jdbc.sql("insert into recovery_code (account_id, code_hash) values (:id, :hash)")
                .param("id", id.value())
                .param("hash", Sha256.hex(code))
                .update());
    }

    /** Uses a recovery code up; of several requests at once, one gets it. */
    boolean useRecoveryCode(AccountId id, String code, Instant now) {
        return jdbc.sql("""
                        update recovery_code
                           set used_at = :now
                         where account_id = :id and code_hash = :hash and used_at is null
                        """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id.value())
                        .param("hash", Sha256.hex(code))
                        .update()
                == 1;
    }

    int recoveryCodesLeft(AccountId id) {
        return jdbc.sql("select count(*) from recovery_code where account_id = :id and used_at is null")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private static String purpose(AccountId id) {
        return "second-factor:" + id;
    }

    /**
     * @param lastStep of the last code that was accepted
     * @param confirmed whether a code has come, so that it counts
     */
    record Enrolled(TotpSecret secret, long lastStep, boolean confirmed) {}
}
