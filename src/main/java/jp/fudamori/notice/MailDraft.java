package jp.fudamori.notice;

import java.util.Optional;
import jp.fudamori.institution.InstitutionCode;

/**
 * A mail as written, before it is queued. A recipient is told the same turn once.
 *
 * @param recipient mail address
 * @param institution whose mail address that is; empty for the staff
 * @param body with {@link SecretLink#PLACE} where the link shall stand
 * @param link a one-time link, which nobody but the recipient may read; empty for most mails
 */
record MailDraft(
        Turn turn, String recipient, Optional<InstitutionCode> institution, String body, Optional<String> link) {

    MailDraft(Turn turn, String recipient, Optional<InstitutionCode> institution, String body) {
        this(turn, recipient, institution, body, Optional.empty());
    }
}
