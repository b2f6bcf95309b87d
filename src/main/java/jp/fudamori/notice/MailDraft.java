package jp.fudamori.notice;

import java.util.Optional;
import jp.fudamori.institution.InstitutionCode;

/**
 * A mail as written, before it is queued. A recipient is told the same turn once.
 *
 * @param recipient mail address
 * @param institution whose mail address that is; empty for the staff
 */
record MailDraft(Turn turn, String recipient, Optional<InstitutionCode> institution, String body) {}
