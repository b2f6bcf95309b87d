package jp.fudamori.callcentre;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import jp.fudamori.account.AccountId;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code phone_call}. */
@Repository
class PhoneCalls {

    private final JdbcClient jdbc;

    PhoneCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether it was added; false while the staff or the institution is in another call. */
    boolean add(PhoneCall call) {
        return jdbc.sql("""
                insert into phone_call
                       (call_id, institution_code, clinic, caller, identity_check, taken_by, opened_at)
                values (:id, :institution, :clinic, :caller, :check, :takenBy, :openedAt)
                on conflict do nothing
                """)
                        .param("id", call.id().value())
                        .param("institution", call.institution().value())
                        .param("clinic", call.clinic().value())
                        .param("caller", call.caller())
                        .param("check", call.identityCheck().name())
                        .param("takenBy", call.takenBy().value())
                        .param("openedAt", call.openedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<PhoneCall> takenBy(AccountId staff) {
        return jdbc.sql("""
                select call_id, institution_code, clinic, caller, identity_check, taken_by, opened_at
                  from phone_call
                 where taken_by = :staff and ended_at is null
                """)
                .param("staff", staff.value())
                .query(PhoneCalls::toCall)
                .optional();
    }

    /** Keeps the call from ending until the transaction is over. */
    Optional<PhoneCall> holdTakenBy(AccountId staff) {
        return jdbc.sql("""
                select call_id, institution_code, clinic, caller, identity_check, taken_by, opened_at
                  from phone_call
                 where taken_by = :staff and ended_at is null
                   for share
                """)
                .param("staff", staff.value())
                .query(PhoneCalls::toCall)
                .optional();
    }

    Optional<PhoneCall> of(InstitutionCode institution) {
        return jdbc.sql("""
                select call_id, institution_code, clinic, caller, identity_check, taken_by, opened_at
                  from phone_call
                 where institution_code = :institution and ended_at is null
                """)
                .param("institution", institution.value())
                .query(PhoneCalls::toCall)
                .optional();
    }

    /** Returns the call that was ended; empty where it had ended before. */
    Optional<PhoneCall> end(CallId id, CallEnd how, String note, Instant at) {
        return jdbc.sql("""
                update phone_call
                   set ended_at = :at, ended_how = :how, note = :note
                 where call_id = :id and ended_at is null
                returning call_id, institution_code, clinic, caller, identity_check, taken_by, opened_at
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("how", how.name())
                .param("note", note)
                .param("id", id.value())
                .query(PhoneCalls::toCall)
                .optional();
    }

    private static PhoneCall toCall(ResultSet row, int index) throws SQLException {
        return new PhoneCall(
                new CallId(row.getObject("call_id", UUID.class)),
                new InstitutionCode(row.getString("institution_code")),
                new AccountId(row.getString("clinic")),
                row.getString("caller"),
                IdentityCheck.valueOf(row.getString("identity_check")),
                new AccountId(row.getString("taken_by")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }
}
