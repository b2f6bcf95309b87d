package jp.fudamori.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.fudamori.institution.InstitutionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code account}. */
@Repository
class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(AccountId id) {
        return select("where account_id = :id")
                .param("id", id.value())
                .query(Accounts::toAccount)
                .optional();
    }

    /** Finds the account that the institution has or had: a closed one is handed over to who registers anew. */
    Optional<Account> ofInstitution(InstitutionCode institution) {
        return select("where institution_code = :institution")
                .param("institution", institution.value())
                .query(Accounts::toAccount)
                .optional();
    }

    Optional<Account> findOpen(AccountId id) {
        return select("where account_id = :id and closed_at is null")
                .param("id", id.value())
                .query(Accounts::toAccount)
                .optional();
    }

    /** Finds the one open account that somebody who typed this means: by mail address, or by an id that is none. */
    Optional<Account> ofLogin(String typed) {
        var found = select("""
                 where (lower(mail) = lower(:typed) or account_id = :typed and account_id not like '%@%')
                   and closed_at is null
                 limit 2
                """).param("typed", typed).query(Accounts::toAccount).list();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    List<Account> all() {
        return select("order by account_id").query(Accounts::toAccount).list();
    }

    List<Account> inRole(Role role) {
        return select("where roles @> array [cast(:role as text)] and closed_at is null order by account_id")
                .param("role", role.group())
                .query(Accounts::toAccount)
                .list();
    }

    List<Account> staff() {
        return select("where institution_code is null and closed_at is null order by account_id")
                .query(Accounts::toAccount)
                .list();
    }

    boolean hasId(AccountId id) {
        return exists("select 1 from account where lower(account_id) = lower(:value)", id.value());
    }

    boolean hasInstitution(InstitutionCode institution) {
        return exists("select 1 from account where institution_code = :value", institution.value());
    }

    boolean hasMail(String mail) {
        return exists("select 1 from account where lower(mail) = lower(:value) and closed_at is null", mail);
    }

    /** Where the password stands; locks the account until the transaction ends. */
    Optional<Password> lockPassword(AccountId id) {
        return jdbc.sql("""
                select password_hash as hash, password_origin as origin, password_short as shortened
                  from account
                 where account_id = :id
                   for update
                """).param("id", id.value()).query(Password.class).optional();
    }

    boolean hasInitialPassword(AccountId id) {
        return exists("select 1 from account where account_id = :value and password_origin <> 'own'", id.value());
    }

    /** Puts a password of the owner's choice in the place of the one before, and lets a locked account in again. */
    void savePassword(AccountId id, String hash, boolean shortened) {
        jdbc.sql("""
                update account
                   set password_hash = :hash, password_origin = 'own', password_short = :shortened,
                       failures = 0, locked_until = null
                 where account_id = :id
                """)
                .param("hash", hash)
                .param("shortened", shortened)
                .param("id", id.value())
                .update();
    }

    /** Marks the password as one that its owner has not chosen, and has to replace. */
    void markGiven(AccountId id) {
        jdbc.sql("update account set password_origin = 'given' where account_id = :id")
                .param("id", id.value())
                .update();
    }

    void saveMail(AccountId id, String mail) {
        jdbc.sql("update account set mail = :mail where account_id = :id")
                .param("mail", mail)
                .param("id", id.value())
                .update();
    }

    /** Gives an account to another owner, who may log in at once, whether it was locked or closed. */
    void handOver(AccountId id, String mail, String hash) {
        jdbc.sql("update account set mail = :mail, closed_at = null where account_id = :id")
                .param("mail", mail)
                .param("id", id.value())
                .update();
        savePassword(id, hash, false);
    }

    /** Keeps two that open an account of the institution from doing so at once. */
    void lockInstitution(InstitutionCode institution) {
        lock("account-of-" + institution.value());
    }

    /** Keeps two that take a mail address from doing so at once. */
    void lockMail(String mail) {
        lock("mail-" + mail.toLowerCase(Locale.ROOT));
    }

    private void lock(String what) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", what)
                .query(Integer.class)
                .single();
    }

    private boolean exists(String sql, String value) {
        return jdbc.sql(sql).param("value", value).query().optionalValue().isPresent();
    }

    void add(Account account, String hash, Instant createdAt) {
        jdbc.sql("""
                insert into account (account_id, name, mail, roles, institution_code, password_hash, created_at)
                values (:id, :name, :mail, :roles, :institution, :hash, :createdAt)
                """)
                .param("id", account.id().value())
                .param("name", account.name())
                .param("mail", account.mail())
                .param("roles", account.roles().stream().map(Role::group).toArray(String[]::new))
                .param(
                        "institution",
                        account.institution().map(InstitutionCode::value).orElse(null))
                .param("hash", hash)
                .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Counts a log-in as failed before it is looked at, so that neither parallel guesses nor a crash go uncounted. The
     * {@code limit}th in a row locks.
     *
     * @return the hash to compare with, and whether this attempt is the last one; empty for unknown, locked and closed
     *     accounts
     */
    Optional<Attempt> beginAttempt(AccountId id, Instant now, int limit, Instant lockEnd) {
        return jdbc.sql("""
                update account
                   set failures = (failures + 1) % :limit,
                       locked_until = case when failures + 1 >= :limit then :lockEnd end
                 where account_id = :id and (locked_until is null or locked_until <= :now) and closed_at is null
                returning password_hash, locked_until is not null as locks
                """)
                .param("limit", limit)
                .param("lockEnd", lockEnd.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Attempt(row.getString("password_hash"), row.getBoolean("locks")))
                .optional();
    }

    void forgiveFailures(AccountId id) {
        jdbc.sql("update account set failures = 0, locked_until = null where account_id = :id")
                .param("id", id.value())
                .update();
    }

    /** @param which the rest of the statement */
    private JdbcClient.StatementSpec select(String which) {
        return jdbc.sql("select account_id, name, mail, roles, institution_code from account " + which);
    }

    private static Account toAccount(ResultSet row, int index) throws SQLException {
        var roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::ofGroup)
                .collect(Collectors.toUnmodifiableSet());
        @Nullable String institution = row.getString("institution_code");
        return new Account(
                new AccountId(row.getString("account_id")),
                row.getString("name"),
                row.getString("mail"),
                roles,
                Optional.ofNullable(institution).map(InstitutionCode::new));
    }

    /**
     * @param origin {@code own}; {@code given} by an administrator; {@code migrated}, which the owner may keep
     * @param shortened whether it is good only together with a second factor
     */
    record Password(String hash, String origin, boolean shortened) {}

    /** @param locks whether the account is locked unless this attempt succeeds */
    record Attempt(String hash, boolean locks) {}
}
