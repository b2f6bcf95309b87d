package jp.fudamori.notice;

import java.util.Optional;
import jp.fudamori.institution.InstitutionCode;

/**
 * A mail whose recipient's address was refused for good, and which a person must decide about.
 *
 * @param kind what the staff calls such a mail, in Japanese
 * @param reference application number, number of a 利用申請, or id of a draft
 * @param recipient the address that was refused
 * @param answer what the mail server said
 * @param institution the clinic it is for; empty where it is for one of the staff
 */
public record RefusedMail(
        long mailId,
        String kind,
        String reference,
        String subject,
        String recipient,
        String answer,
        Optional<InstitutionCode> institution) {}
