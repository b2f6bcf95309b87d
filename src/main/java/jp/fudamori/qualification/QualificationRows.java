package jp.fudamori.qualification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jp.fudamori.account.AccountId;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.Qualification.PaymentMethod;
import jp.fudamori.qualification.QualificationApplication.Abandoned;
import jp.fudamori.qualification.QualificationApplication.Accepted;
import jp.fudamori.qualification.QualificationApplication.Draft;
import jp.fudamori.qualification.QualificationApplication.Entry;
import jp.fudamori.qualification.QualificationApplication.Late;
import jp.fudamori.qualification.QualificationApplication.Opening;
import jp.fudamori.qualification.QualificationApplication.Rejected;
import jp.fudamori.qualification.QualificationApplication.Returned;
import jp.fudamori.qualification.QualificationApplication.Submission;
import jp.fudamori.qualification.QualificationApplication.Submitted;
import jp.fudamori.qualification.QualificationApplication.Withdrawn;

/** Reads rows of the table {@code qualification_application}. */
final class QualificationRows {

    private QualificationRows() {}

    static QualificationApplication toApplication(ResultSet row, int index) throws SQLException {
        var opening = toOpening(row);
        var submission = toSubmission(row);
        var state = row.getString("state");
        return switch (state) {
            case "draft" -> new Draft(opening, toEntry(row), answerUntil(row));
            case "withdrawn" -> new Withdrawn(opening, submission, closedAt(row));
            case "abandoned" -> new Abandoned(opening, submission, closedAt(row));
            default -> toReceived(state, opening, submission.orElseThrow(), row);
        };
    }

    private static QualificationApplication toReceived(
            String state, Opening opening, Submission submission, ResultSet row) throws SQLException {
        return switch (state) {
            case "submitted" -> new Submitted(opening, submission, toLate(row));
            case "returned" ->
                new Returned(opening, submission, row.getString("reason"), decidedBy(row), answerUntil(row));
            case "accepted" -> new Accepted(opening, submission, decidedBy(row), closedAt(row));
            case "rejected" ->
                new Rejected(opening, submission, row.getString("reason"), decidedBy(row), closedAt(row));
            default -> throw new IllegalStateException("unknown state " + state);
        };
    }

    private static Opening toOpening(ResultSet row) throws SQLException {
        return new Opening(
                new QualificationId(row.getObject("application_id", UUID.class)),
                new InstitutionCode(row.getString("institution_code")),
                new AccountId(row.getString("applicant")));
    }

    private static Optional<Entry> toEntry(ResultSet row) throws SQLException {
        var contact = row.getString("contact_name");
        return contact == null
                ? Optional.empty()
                : Optional.of(
                        new Entry(new ContactName(contact), PaymentMethod.valueOf(row.getString("payment_method"))));
    }

    private static Optional<Submission> toSubmission(ResultSet row) throws SQLException {
        var number = row.getString("application_number");
        return number == null
                ? Optional.empty()
                : Optional.of(new Submission(
                        new QualificationNumber(number),
                        row.getInt("round"),
                        toEntry(row).orElseThrow(),
                        moment(row, "submitted_at"),
                        row.getObject("review_due", LocalDate.class)));
    }

    private static Optional<Late> toLate(ResultSet row) throws SQLException {
        return row.getObject("extended_due") == null
                ? Optional.empty()
                : Optional.of(new Late(moment(row, "overdue_at"), row.getObject("extended_due", LocalDate.class)));
    }

    private static LocalDate answerUntil(ResultSet row) throws SQLException {
        return row.getObject("answer_until", LocalDate.class);
    }

    private static AccountId decidedBy(ResultSet row) throws SQLException {
        return new AccountId(row.getString("decided_by"));
    }

    private static Instant closedAt(ResultSet row) throws SQLException {
        return moment(row, "closed_at");
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
