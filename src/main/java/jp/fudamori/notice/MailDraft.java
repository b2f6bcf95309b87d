package jp.fudamori.notice;

import java.util.Optional;
import jp.fudamori.institution.InstitutionCode;

/**
 * A mail as written, before it is queued. A recipient is told the same turn once.
 *
 * @param recipient mail address
 * @param institution whose mail address that is; empty for the staff
 * @param body with the {@link MailSecret.Kind#place} of the secret where that shall stand
 * @param secret empty for most mails
 */
record MailDraft(
        Turn turn, String recipient, Optional<InstitutionCode> institution, String body, Optional<MailSecret> secret) {

    MailDraft(Turn turn, String recipient, Optional<InstitutionCode> institution, String body) {
        this(turn, recipient, institution, body, Optional.empty());
    }

    MailDraft with(MailSecret hidden) {
        return new MailDraft(turn, recipient, institution, body, Optional.of(hidden));
    }
}
