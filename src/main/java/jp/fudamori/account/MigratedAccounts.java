package jp.fudamori.account;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes many accounts of the old portal into the table {@code account} at once. */
@Repository
class MigratedAccounts {

    private static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;
    private final PasswordHash hash;
    private final Clock clock;

    MigratedAccounts(JdbcTemplate jdbc, PasswordHash hash, Clock clock) {
        this.jdbc = jdbc;
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * Keeps another file from being taken in until the transaction ends; whoever logs in or registers does not wait.
     */
    void lock() {
        jdbc.query("select pg_advisory_xact_lock(hashtextextended('accounts-import', 0))", row -> {});
    }

    /** @throws Refusal {@code import-overtaken} if one of the accounts was opened meanwhile in another way */
    void add(List<MigratedAccount> accounts, Map<InstitutionCode, Institution> registered) {
        try {
            insert(accounts, registered);
        } catch (DuplicateKeyException overtaken) {
            throw new Refusal(
                    AccountReason.IMPORT_OVERTAKEN, "取込みの間に、同じ医療機関コードまたはメールアドレスのアカウントが登録されました。もう一度取り込んでください。");
        }
    }

    private void insert(List<MigratedAccount> accounts, Map<InstitutionCode, Institution> registered) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.batchUpdate("""
                insert into account (account_id, name, mail, roles, institution_code, password_hash, created_at,
                                     password_origin)
                values (?, ?, ?, array ['clinic'], ?, ?, ?, 'migrated')
                """, accounts, BATCH, (PreparedStatement row, MigratedAccount account) -> {
            fill(row, account, registered);
            row.setObject(6, now);
        });
    }

    private void fill(PreparedStatement row, MigratedAccount account, Map<InstitutionCode, Institution> registered)
            throws SQLException {
        var institution = registered.get(account.institution());
        if (institution == null) {
            throw new IllegalArgumentException("not registered: " + account.institution());
        }
        row.setString(1, Opening.randomId().value());
        row.setString(2, institution.name());
        row.setString(3, account.mail());
        row.setString(4, account.institution().value());
        row.setString(5, account.hash().orElseGet(hash::ofNobody));
    }
}
