package jp.fudamori.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.fudamori.account.AccountId;
import jp.fudamori.fee.Consent;
import jp.fudamori.fee.PhoneCall;
import jp.fudamori.institution.InstitutionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code application_draft}. */
@Repository
class Drafts {

    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Draft draft, Instant openedAt) {
        jdbc.sql("""
                insert into application_draft
                       (draft_id, kind, institution_code, applicant, opened_at, contact_name, terminal_names, replaces, draft_until)
                values (:id, :kind, :institution, :applicant, :openedAt, :contact, :terminals, :replaces, :until)
                """)
                .param("id", draft.id().value())
                .param("institution", draft.institution().value())
                .param("applicant", draft.applicant().value())
                .param("openedAt", openedAt.atOffset(ZoneOffset.UTC))
                .param("kind", draft.kind().code())
                .param("contact", draft.contactName().orElse(null))
                .param("terminals", textsOrNull(draft.terminalNames()))
                .param(
                        "replaces",
                        textsOrNull(draft.replaces().stream()
                                .map(LineNumber::toString)
                                .toList()))
                .param("until", draft.until())
                .update();
    }

    /** Finds a draft that was not submitted yet, and locks it until the transaction ends. */
    Optional<Draft> find(DraftId id) {
        return jdbc.sql("""
                select draft_id, kind, institution_code, applicant, contact_name, terminal_names, replaces, draft_until,
                       consent_version, consent_hash, consent_yen, consented_by, consented_at,
                       consent_caller
                  from application_draft
                 where draft_id = :id
                   for update
                """).param("id", id.value()).query(Drafts::toDraft).optional();
    }

    void consent(DraftId id, Consent consent) {
        jdbc.sql("""
                update application_draft
                   set consent_version = :version, consent_hash = :hash, consent_yen = :yen,
                       consented_by = :by, consented_at = :at, consent_caller = :caller
                 where draft_id = :id
                """)
                .param("id", id.value())
                .param("version", consent.textVersion())
                .param("hash", consent.textHash())
                .param("yen", consent.amountYen())
                .param("by", consent.by().value())
                .param("at", consent.at().atOffset(ZoneOffset.UTC))
                .param("caller", consent.call().map(PhoneCall::callerName).orElse(null))
                .update();
    }

    void enter(DraftId id, String contactName, List<String> terminalNames) {
        jdbc.sql("""
                update application_draft
                   set contact_name = :contact, terminal_names = :terminals
                 where draft_id = :id
                """)
                .param("id", id.value())
                .param("contact", contactName)
                .param("terminals", terminalNames.toArray(String[]::new))
                .update();
    }

    void renew(DraftId id, LocalDate until) {
        jdbc.sql("update application_draft set draft_until = :until where draft_id = :id")
                .param("id", id.value())
                .param("until", until)
                .update();
    }

    /** A draft that became an application, or that nobody will go on with, leaves the table. */
    void remove(DraftId id) {
        jdbc.sql("delete from application_draft where draft_id = :id")
                .param("id", id.value())
                .update();
    }

    private static Draft toDraft(ResultSet row, int index) throws SQLException {
        return new Draft(
                new DraftId(row.getObject("draft_id", UUID.class)),
                ApplicationKind.of(row.getString("kind")),
                new InstitutionCode(row.getString("institution_code")),
                new AccountId(row.getString("applicant")),
                toConsent(row),
                Optional.ofNullable(row.getString("contact_name")),
                texts(row, "terminal_names"),
                texts(row, "replaces").stream()
                        .map(line -> LineNumber.parse(line).orElseThrow())
                        .toList(),
                row.getObject("draft_until", LocalDate.class));
    }

    private static Optional<Consent> toConsent(ResultSet row) throws SQLException {
        var version = row.getString("consent_version");
        if (version == null) {
            return Optional.empty();
        }
        return Optional.of(new Consent(
                version,
                row.getString("consent_hash"),
                row.getInt("consent_yen"),
                new AccountId(row.getString("consented_by")),
                row.getObject("consented_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("consent_caller")).map(PhoneCall::new)));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        var texts = row.getArray(column);
        return texts == null ? List.of() : List.of((String[]) texts.getArray());
    }

    private static String @Nullable [] textsOrNull(List<String> texts) {
        return texts.isEmpty() ? null : texts.toArray(String[]::new);
    }
}
