package jp.fudamori.application;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
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
                       submitted_at, review_due, expected_arrival, state)
                values (:number, :institution, :applicant, :contact, :at, :due, :arrival, 'submitted')
                """)
                .param("number", submission.number().value())
                .param("institution", particulars.institution().value())
                .param("applicant", particulars.applicant().value())
                .param("contact", particulars.contactName())
                .param("at", submission.submittedAt().atOffset(ZoneOffset.UTC))
                .param("due", submission.reviewDue())
                .param("arrival", submission.expectedArrival())
                .update();
        addLines(submission.number(), particulars.terminalNames());
    }

    private void addLines(ApplicationNumber number, List<String> terminalNames) {
        jdbc.sql("""
                insert into application_line (application_number, line, terminal_name)
                select :number, line, terminal_name
                  from unnest(:names) with ordinality as given (terminal_name, line)
                """)
                .param("number", number.value())
                .param("names", terminalNames.toArray(String[]::new))
                .update();
    }

    Optional<CertificateApplication> find(ApplicationNumber number) {
        return jdbc.sql("""
                select application_number, institution_code, applicant, contact_name, submitted_at,
                       review_due, expected_arrival, state, decided_by, decided_at, rejection_reason, extended_due,
                       array(select terminal_name from application_line line
                              where line.application_number = certificate_application.application_number
                              order by line.line) as terminal_names,
                       array(select line.refusal from application_line line
                              where line.application_number = certificate_application.application_number
                              order by line.line) as refusals
                  from certificate_application
                 where application_number = :number
                """)
                .param("number", number.value())
                .query(Applications::toApplication)
                .optional();
    }

    List<CertificateApplication> latestOf(InstitutionCode institution, int most) {
        return jdbc.sql("""
                select application_number, institution_code, applicant, contact_name, submitted_at,
                       review_due, expected_arrival, state, decided_by, decided_at, rejection_reason, extended_due,
                       array(select terminal_name from application_line line
                              where line.application_number = certificate_application.application_number
                              order by line.line) as terminal_names,
                       array(select line.refusal from application_line line
                              where line.application_number = certificate_application.application_number
                              order by line.line) as refusals
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
                select application_number, institution_code, applicant, contact_name, submitted_at,
                       review_due, expected_arrival, state, decided_by, decided_at, rejection_reason, extended_due,
                       array(select terminal_name from application_line line
                              where line.application_number = certificate_application.application_number
                              order by line.line) as terminal_names,
                       array(select line.refusal from application_line line
                              where line.application_number = certificate_application.application_number
                              order by line.line) as refusals
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
        approved.refused().forEach(this::refuse);
        decide(approved.number(), "approved", approved.decidedBy(), approved.decidedAt(), "");
    }

    void decide(Rejected rejected) {
        decide(rejected.number(), "rejected", rejected.decidedBy(), rejected.decidedAt(), rejected.reason());
    }

    private void refuse(LineNumber line, String reason) {
        jdbc.sql("update application_line set refusal = :reason where application_number = :number and line = :line")
                .param("number", line.application().value())
                .param("line", line.position())
                .param("reason", reason)
                .update();
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
            case "approved" -> new Approved(submission, refusals(row, submission), decidedBy(row), decidedAt(row));
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
                List.of((String[]) row.getArray("terminal_names").getArray()));
        return new Submission(
                new ApplicationNumber(row.getString("application_number")),
                particulars,
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getObject("review_due", LocalDate.class),
                row.getObject("expected_arrival", LocalDate.class));
    }

    private static Map<LineNumber, String> refusals(ResultSet row, Submission submission) throws SQLException {
        var refusals = (String[]) row.getArray("refusals").getArray();
        return submission.lines().stream()
                .filter(line -> refusals[line.position() - 1] != null)
                .collect(toUnmodifiableMap(line -> line, line -> refusals[line.position() - 1]));
    }

    private static AccountId decidedBy(ResultSet row) throws SQLException {
        return new AccountId(row.getString("decided_by"));
    }

    private static Instant decidedAt(ResultSet row) throws SQLException {
        return row.getObject("decided_at", OffsetDateTime.class).toInstant();
    }
}
