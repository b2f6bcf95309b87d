package jp.fudamori.application;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.CertificateApplication.Abandoned;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.ApprovedOnce;
import jp.fudamori.application.CertificateApplication.Cancelled;
import jp.fudamori.application.CertificateApplication.Rejected;
import jp.fudamori.application.CertificateApplication.Returned;
import jp.fudamori.application.CertificateApplication.Submission;
import jp.fudamori.application.CertificateApplication.Submitted;
import jp.fudamori.institution.InstitutionCode;

/** Makes the state of an application from a row of {@link Applications}. */
final class ApplicationRow {

    private final ResultSet row;

    private ApplicationRow(ResultSet row) {
        this.row = row;
    }

    static CertificateApplication read(ResultSet row, int index) throws SQLException {
        return new ApplicationRow(row).application();
    }

    private CertificateApplication application() throws SQLException {
        var submission = submission();
        var state = row.getString("state");
        return switch (state) {
            case "submitted" -> submitted(submission);
            case "returned" -> new Returned(submission, correction());
            case "second-approval" ->
                new ApprovedOnce(
                        submitted(submission),
                        refusals(submission),
                        account("first_approver"),
                        moment("first_approved_at"),
                        row.getString("approved_hash"));
            case "approved" ->
                new Approved(submission, refusals(submission), account("decided_by"), moment("decided_at"));
            case "rejected" ->
                new Rejected(
                        submission, row.getString("rejection_reason"), account("decided_by"), moment("decided_at"));
            case "cancelled" -> new Cancelled(submission, account("decided_by"), moment("decided_at"));
            case "abandoned" -> new Abandoned(submission, moment("decided_at"));
            default -> throw new IllegalStateException("unknown state " + state);
        };
    }

    private Submitted submitted(Submission submission) throws SQLException {
        return new Submitted(submission, Optional.ofNullable(row.getObject("extended_due", LocalDate.class)), triage());
    }

    private Optional<Triage> triage() throws SQLException {
        var route = row.getString("review_route");
        return route == null
                ? Optional.empty()
                : Optional.of(new Triage(ReviewRoute.of(route), row.getString("route_reason")));
    }

    private Submission submission() throws SQLException {
        var particulars = new Particulars(
                new InstitutionCode(row.getString("institution_code")),
                account("applicant"),
                row.getString("contact_name"),
                List.of(texts("terminal_names")));
        var promise = new Promise(
                day("promised_from"),
                row.getInt("review_days"),
                row.getInt("arrival_days"),
                day("review_due"),
                day("expected_arrival"));
        var number = new ApplicationNumber(row.getString("application_number"));
        return new Submission(
                number, ApplicationKind.of(row.getString("kind")), particulars, moment("submitted_at"), promise);
    }

    private Map<LineNumber, String> refusals(Submission submission) throws SQLException {
        var refusals = texts("refusals");
        return submission.lines().stream()
                .filter(line -> refusals[line.position() - 1] != null)
                .collect(toUnmodifiableMap(line -> line, line -> refusals[line.position() - 1]));
    }

    private Correction correction() throws SQLException {
        return new Correction(
                row.getInt("round"),
                remarks(),
                account("returned_by"),
                moment("returned_at"),
                day("correct_until"),
                row.getInt("review_days_left"),
                row.getInt("arrival_days_left"));
    }

    private List<Remark> remarks() throws SQLException {
        var fields = texts("remark_fields");
        var remarks = texts("remarks");
        return IntStream.range(0, fields.length)
                .mapToObj(each -> new Remark(Remark.Field.of(fields[each]), remarks[each]))
                .toList();
    }

    private AccountId account(String column) throws SQLException {
        return new AccountId(row.getString(column));
    }

    private Instant moment(String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private LocalDate day(String column) throws SQLException {
        return requireNonNull(row.getObject(column, LocalDate.class));
    }

    private String[] texts(String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
