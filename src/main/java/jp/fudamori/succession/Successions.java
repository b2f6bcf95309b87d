package jp.fudamori.succession;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.institution.Ending;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.succession.Succession.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code succession}. */
@Repository
class Successions {

    private final JdbcClient jdbc;

    Successions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what was found; does nothing where that was done before. */
    void add(InstitutionCode code, List<String> doubts) {
        jdbc.sql("""
                insert into succession (code, state, doubts) values (:code, 'assessed', :doubts)
                    on conflict (code) do nothing
                """)
                .param("code", code.value())
                .param("doubts", doubts.toArray(String[]::new))
                .update();
    }

    /** Keeps what was decided about a wrong record elsewhere; does nothing where none was rejected. */
    void putRejectedAside(InstitutionCode code) {
        jdbc.sql("""
                with rejected as (
                    delete from succession where code = :code and state = 'rejected'
                    returning code, doubts, decided_by, decided_at, note)
                insert into succession_rejected (code, doubts, decided_by, decided_at, note)
                select code, doubts, decided_by, decided_at, note from rejected
                """).param("code", code.value()).update();
    }

    /** Finds it, and locks it until the transaction ends. */
    Optional<Succession> lock(Ending ending) {
        return find(ending, " for update");
    }

    Optional<Succession> find(Ending ending) {
        return find(ending, "");
    }

    private Optional<Succession> find(Ending ending, String lock) {
        return jdbc.sql("select state, doubts, transition_until from succession where code = :code" + lock)
                .param("code", ending.code().value())
                .query((row, index) -> new Succession(
                        ending,
                        State.of(row.getString("state")),
                        Arrays.asList((String[]) row.getArray("doubts").getArray()),
                        Optional.ofNullable(row.getObject("transition_until", LocalDate.class))))
                .optional();
    }

    void decided(InstitutionCode code, String note, AccountId by, Instant now) {
        jdbc.sql("update succession set note = :note, decided_by = :by, decided_at = :now where code = :code")
                .param("note", note)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("code", code.value())
                .update();
    }

    void save(InstitutionCode code, State state) {
        jdbc.sql("update succession set state = :state where code = :code")
                .param("state", state.code())
                .param("code", code.value())
                .update();
    }

    void begin(InstitutionCode code, LocalDate transitionUntil) {
        jdbc.sql("update succession set state = 'succeeding', transition_until = :until where code = :code")
                .param("until", transitionUntil)
                .param("code", code.value())
                .update();
    }
}
