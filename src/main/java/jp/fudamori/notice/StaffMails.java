package jp.fudamori.notice;

import java.util.List;
import jp.fudamori.account.Role;
import jp.fudamori.application.ApplicationNumber;
import org.springframework.stereotype.Component;

/** Writes what the staff is reminded of; no more than the deadline and the number, the rest is in the task. */
@Component
class StaffMails {

    private final MailWriter writer;
    private final Dossiers dossiers;

    StaffMails(MailWriter writer, Dossiers dossiers) {
        this.writer = writer;
        this.dossiers = dossiers;
    }

    /** To all reviewers, once for each deadline. */
    List<MailDraft> reviewReminder(ApplicationNumber number) {
        var due = dossiers.of(number).application().submission().reviewDue();
        return writer.toStaff(MailKind.REVIEW_REMINDER, number, due.toString(), Role.REVIEWER);
    }

    List<MailDraft> secondApprovalRequested(ApplicationNumber number, String occasion) {
        return writer.toStaff(MailKind.SECOND_APPROVAL_REQUESTED, number, occasion, Role.SUPERVISOR);
    }
}
