package jp.fudamori.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.fudamori.account.Registration.Mismatch;
import jp.fudamori.account.Registration.State;
import jp.fudamori.institution.InstitutionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code registration}. */
@Repository
class Registrations {

    private final JdbcClient jdbc;

    Registrations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(RegistrationId id, LoginMail mail, Instant now) {
        jdbc.sql("""
                insert into registration (registration_id, mail, state, requested_at)
                values (:id, :mail, 'requested', :now)
                """)
                .param("id", id.value())
                .param("mail", mail.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Finds a registration and locks it until the transaction ends. */
    Optional<Registration> lock(RegistrationId id) {
        return jdbc.sql("""
                select registration_id, mail, state, institution_code, name, phone, mismatch
                  from registration
                 where registration_id = :id
                   for update
                """)
                .param("id", id.value())
                .query(Registrations::toRegistration)
                .optional();
    }

    String passwordHash(RegistrationId id) {
        return jdbc.sql("select password_hash from registration where registration_id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    void saveDetails(RegistrationId id, RegistrationDetails details, String passwordHash) {
        jdbc.sql("""
                update registration
                   set state = 'checking', institution_code = :code, name = :name, phone = :phone,
                       password_hash = :hash
                 where registration_id = :id
                """)
                .param("code", details.institution().value())
                .param("name", details.name())
                .param("phone", details.phone())
                .param("hash", passwordHash)
                .param("id", id.value())
                .update();
    }

    void saveMismatch(RegistrationId id, Mismatch mismatch) {
        jdbc.sql("update registration set mismatch = :mismatch where registration_id = :id")
                .param("mismatch", mismatch.code())
                .param("id", id.value())
                .update();
    }

    /** Staff read the code off a document, or were told it. */
    void saveCode(RegistrationId id, InstitutionCode code) {
        jdbc.sql("update registration set institution_code = :code where registration_id = :id")
                .param("code", code.value())
                .param("id", id.value())
                .update();
    }

    void saveOpened(RegistrationId id, AccountId account, String by, Instant now) {
        jdbc.sql("""
                update registration
                   set state = 'opened', account_id = :account, password_hash = null, decided_by = :by,
                       decided_at = :now
                 where registration_id = :id
                """)
                .param("account", account.value())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    void saveRejected(RegistrationId id, String reason, String by, Instant now) {
        jdbc.sql("""
                update registration
                   set state = 'rejected', reason = :reason, password_hash = null, decided_by = :by,
                       decided_at = :now
                 where registration_id = :id
                """)
                .param("reason", reason)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    void saveExpired(RegistrationId id) {
        jdbc.sql("update registration set state = 'expired' where registration_id = :id")
                .param("id", id.value())
                .update();
    }

    String rejection(RegistrationId id) {
        return jdbc.sql("select reason from registration where registration_id = :id and reason is not null")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    /** Whose account came of it. */
    Optional<AccountId> account(RegistrationId id) {
        return jdbc.sql("select account_id from registration where registration_id = :id and account_id is not null")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(AccountId::new);
    }

    /** What nobody confirmed is nobody's business any more. */
    int deleteExpiredBefore(Instant moment) {
        return jdbc.sql("delete from registration where state = 'expired' and requested_at < :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Registration toRegistration(ResultSet row, int index) throws SQLException {
        @Nullable String code = row.getString("institution_code");
        @Nullable String mismatch = row.getString("mismatch");
        return new Registration(
                new RegistrationId(row.getString("registration_id")),
                new LoginMail(row.getString("mail")),
                State.ofCode(row.getString("state")),
                code == null
                        ? Optional.empty()
                        : Optional.of(new RegistrationDetails(
                                new InstitutionCode(code), row.getString("name"), row.getString("phone"))),
                Optional.ofNullable(mismatch).map(Mismatch::ofCode));
    }
}
