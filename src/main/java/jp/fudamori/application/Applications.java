package jp.fudamori.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.Rejected;
import jp.fudamori.application.CertificateApplication.Submission;
import jp.fudamori.application.CertificateApplication.Submitted;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code certificate_application}. */
@Repository
class Applications {

    private final JdbcClient jdbc;

    Applications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns a number nobody had; the last five digits come round after 100,000 applications. */
    ApplicationNumber nextNumber(LocalDate day) {
        long next = jdbc.sql("select nextval('application_number')")
                .query(Long.class)
                .single();
        return new ApplicationNumber("%s-%05d".formatted(DateTimeFormatter.BASIC_ISO_DATE.format(day), next));
    }

    void add(Submission submission) {
        var particulars = submission.particulars();
        jdbc.sql("""
                insert into certificate_application (application_number, institution_code, applicant, contact_name,
                       terminal_name, submitted_at, review_due, expected_arrival, state)
                values (:number, :institution, :applicant, :contact, :terminal, :at, :due, :arrival, 'submitted')
                """)
                .param("number", submission.number().value())
                .param("institution", particulars.institution().value())
                .param("applicant", particulars.applicant().value())
                .param("contact", particulars.contactName())
                .param("terminal", particulars.terminalName())
                .param("at", submission.submittedAt().atOffset(ZoneOffset.UTC))
                .param("due", submission.reviewDue())
                .param("arrival", submission.expectedArrival())
                .update();
    }

    Optional<CertificateApplication> find(ApplicationNumber number) {
        return jdbc.sql("""
                select application_number, institution_code, applicant, contact_name, terminal_name, submitted_at,
                       review_due, expected_arrival, state, decided_by, decided_at, rejection_reason, extended_due
                  from certificate_application
                 where application_number = :number
                """)
                .param("number", number.value())
                .query(Applications::toApplication)
                .optional();
    }

    List<CertificateApplication> latestOf(InstitutionCode institution, int most) {
        return jdbc.sql("""
                select application_number, institution_code, applicant, contact_name, terminal_name, submitted_at,
                       review_due, expected_arrival, state, decided_by, decided_at, rejection_reason, extended_due
                  from certificate_application
                 where institution_code = :institution
                 order by submitted_at desc, application_number desc
                 limit :most
                """)
                .param("institution", institution.value())
                .param("most", most)
                .query(Applications::toApplication)
                .list();
    }

    List<CertificateApplication> latest(int most) {
        return jdbc.sql("""
                select application_number, institution_code, applicant, contact_name, terminal_name, submitted_at,
                       review_due, expected_arrival, state, decided_by, decided_at, rejection_reason, extended_due
                  from certificate_application
                 order by submitted_at desc, application_number desc
                 limit :most
                """)
                .param("most", most)
                .query(Applications::toApplication)
                .list();
    }

    /** Finds an application that still waits for a decision, and locks it until the transaction ends. */
    Optional<Submitted> undecided(ApplicationNumber number) {
        jdbc.sql("select 1 from certificate_application where application_number = :number for update")
                .param("number", number.value())
                .query()
                .listOfRows();
        return find(number).filter(Submitted.class::isInstance).map(Submitted.class::cast);
    }

    void decide(Approved approved) {
        decide(approved.number(), "approved", approved.decidedBy(), approved.decidedAt(), "");
    }

    void decide(Rejected rejected) {
        decide(rejected.number(), "rejected", rejected.decidedBy(), rejected.decidedAt(), rejected.reason());
    }

    /** Returns whether it was extended now; false when that was done earlier. */
    boolean extend(ApplicationNumber number, LocalDate extendedDue, Instant overdueAt) {
        return jdbc.sql("""
                update certificate_application
                   set overdue_at = :at, extended_due = :due
                 where application_number = :number and overdue_at is null
                """)
                        .param("number", number.value())
                        .param("due", extendedDue)
                        .param("at", overdueAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<LocalDate> extendedDue(ApplicationNumber number) {
        return jdbc.sql("""
                select extended_due
                  from certificate_application
                 where application_number = :number and extended_due is not null
                """)
                .param("number", number.value())
                .query(LocalDate.class)
                .optional();
    }

    private void decide(ApplicationNumber number, String state, AccountId by, Instant at, String reason) {
        jdbc.sql("""
                update certificate_application
                   set state = :state, decided_by = :by, decided_at = :at, rejection_reason = nullif(:reason, '')
                 where application_number = :number
                """)
                .param("number", number.value())
                .param("state", state)
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    private static CertificateApplication toApplication(ResultSet row, int index) throws SQLException {
        var submission = toSubmission(row);
        var state = row.getString("state");
        return switch (state) {
            case "submitted" ->
                new Submitted(submission, Optional.ofNullable(row.getObject("extended_due", LocalDate.class)));
            case "approved" -> new Approved(submission, decidedBy(row), decidedAt(row));
            case "rejected" ->
                new Rejected(submission, row.getString("rejection_reason"), decidedBy(row), decidedAt(row));
            default -> throw new IllegalStateException("unknown state " + state);
        };
    }

    private static Submission toSubmission(ResultSet row) throws SQLException {
        var particulars = new Particulars(
                new InstitutionCode(row.getString("institution_code")),
                new AccountId(row.getString("applicant")),
                row.getString("contact_name"),
                row.getString("terminal_name"));
        return new Submission(
                new ApplicationNumber(row.getString("application_number")),
                particulars,
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getObject("review_due", LocalDate.class),
                row.getObject("expected_arrival", LocalDate.class));
    }

    private static AccountId decidedBy(ResultSet row) throws SQLException {
        return new AccountId(row.getString("decided_by"));
    }

    private static Instant decidedAt(ResultSet row) throws SQLException {
        return row.getObject("decided_at", OffsetDateTime.class).toInstant();
    }
}
