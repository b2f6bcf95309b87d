package jp.fudamori.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code mail}. */
@Repository
class Mails {

    private final JdbcClient jdbc;

    Mails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the new id; empty if this recipient was told this turn already. */
    Optional<Long> add(MailDraft draft, String messageId, Instant queuedAt) {
        return jdbc.sql("""
                insert into mail (kind, reference, occasion, recipient, institution_code, subject, body, message_id, queued_at)
                values (:kind, :reference, :occasion, :recipient, :institution, :subject, :body, :messageId, :queuedAt)
                    on conflict (kind, reference, occasion, recipient) do nothing
                returning mail_id
                """)
                .param("kind", draft.turn().kind().code())
                .param("reference", draft.turn().reference())
                .param("occasion", draft.turn().occasion())
                .param("recipient", draft.recipient())
                .param(
                        "institution",
                        draft.institution().map(InstitutionCode::value).orElse(null))
                .param("subject", draft.turn().kind().subject())
                .param("body", draft.body())
                .param("messageId", messageId)
                .param("queuedAt", queuedAt.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    void saveSecret(long mailId, MailSecret.Kind kind, byte[] sealed) {
        var column = kind == MailSecret.Kind.LINK ? "sealed_link" : "sealed_code";
        jdbc.sql("update mail set " + column + " = :sealed where mail_id = :mailId")
                .param("sealed", sealed)
                .param("mailId", mailId)
                .update();
    }

    /** What is to stand in the mail, as {@link MailSecrets} sealed it. */
    Optional<MailSecret.Sealed> sealedSecret(long mailId) {
        return jdbc.sql("""
                select sealed_link is not null as is_link, coalesce(sealed_link, sealed_code) as sealed
                  from mail
                 where mail_id = :mailId and coalesce(sealed_link, sealed_code) is not null
                """)
                .param("mailId", mailId)
                .query((row, index) -> new MailSecret.Sealed(
                        row.getBoolean("is_link") ? MailSecret.Kind.LINK : MailSecret.Kind.CODE,
                        row.getBytes("sealed")))
                .optional();
    }

    boolean exists(Turn turn) {
        return jdbc.sql("""
                select exists (select from mail
                                where kind = :kind and reference = :reference and occasion = :occasion)
                """)
                .param("kind", turn.kind().code())
                .param("reference", turn.reference())
                .param("occasion", turn.occasion())
                .query(Boolean.class)
                .single();
    }

    /** Finds a mail that is still to be sent, and locks it until the transaction ends. */
    Optional<Mail> unsent(long mailId) {
        return jdbc.sql("""
                select mail_id, coalesce(corrected_recipient, recipient) as recipient, subject, body, message_id
                  from mail
                 where mail_id = :mailId and sent_at is null and given_up_at is null
                   for update
                """).param("mailId", mailId).query(Mail.class).optional();
    }

    void saveSent(long mailId, Instant sentAt) {
        jdbc.sql("update mail set sent_at = :sentAt, sealed_link = null, sealed_code = null where mail_id = :mailId")
                .param("sentAt", sentAt.atOffset(ZoneOffset.UTC))
                .param("mailId", mailId)
                .update();
    }

    void saveRefused(long mailId, String answer, Instant refusedAt) {
        jdbc.sql("update mail set refused_at = :refusedAt, refusal = :answer where mail_id = :mailId")
                .param("refusedAt", refusedAt.atOffset(ZoneOffset.UTC))
                .param("answer", answer)
                .param("mailId", mailId)
                .update();
    }

    /** Finds a mail whose address was refused and about which nobody has decided yet, and locks it. */
    Optional<RefusedMail> lockRefused(long mailId) {
        return jdbc.sql("""
                select mail_id, kind, reference, subject, coalesce(corrected_recipient, recipient) as recipient,
                       refusal, institution_code
                  from mail
                 where mail_id = :mailId and refused_at is not null and sent_at is null and given_up_at is null
                   for update
                """).param("mailId", mailId).query(Mails::toRefused).optional();
    }

    /** Lets the mail wait to be sent again; its first recipient stays on record. */
    void saveCorrected(long mailId, MailAddress address) {
        jdbc.sql("""
                update mail
                   set corrected_recipient = :address, refused_at = null, refusal = null
                 where mail_id = :mailId
                """).param("address", address.value()).param("mailId", mailId).update();
    }

    void saveGivenUp(long mailId, String reason, Instant givenUpAt) {
        jdbc.sql("""
                update mail
                   set given_up_at = :givenUpAt, give_up_reason = :reason, sealed_link = null,
                       sealed_code = null
                 where mail_id = :mailId
                """)
                .param("givenUpAt", givenUpAt.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("mailId", mailId)
                .update();
    }

    private static RefusedMail toRefused(ResultSet row, int index) throws SQLException {
        return new RefusedMail(
                row.getLong("mail_id"),
                MailKind.ofCode(row.getString("kind")).japanese(),
                row.getString("reference"),
                row.getString("subject"),
                row.getString("recipient"),
                row.getString("refusal"),
                Optional.ofNullable(row.getString("institution_code")).map(InstitutionCode::new));
    }
}
