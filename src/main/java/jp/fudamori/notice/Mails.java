package jp.fudamori.notice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
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
                insert into mail (kind, reference, occasion, recipient, subject, body, message_id, queued_at)
                values (:kind, :reference, :occasion, :recipient, :subject, :body, :messageId, :queuedAt)
                    on conflict (kind, reference, occasion, recipient) do nothing
                returning mail_id
                """)
                .param("kind", draft.turn().kind().code())
                .param("reference", draft.turn().reference())
                .param("occasion", draft.turn().occasion())
                .param("recipient", draft.recipient())
                .param("subject", draft.turn().kind().subject())
                .param("body", draft.body())
                .param("messageId", messageId)
                .param("queuedAt", queuedAt.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /** Finds a mail that was not sent yet, and locks it until the transaction ends. */
    Optional<Mail> unsent(long mailId) {
        return jdbc.sql("""
                select mail_id, recipient, subject, body, message_id
                  from mail
                 where mail_id = :mailId and sent_at is null
                   for update
                """).param("mailId", mailId).query(Mail.class).optional();
    }

    void saveSent(long mailId, Instant sentAt) {
        jdbc.sql("update mail set sent_at = :sentAt where mail_id = :mailId")
                .param("sentAt", sentAt.atOffset(ZoneOffset.UTC))
                .param("mailId", mailId)
                .update();
    }
}
