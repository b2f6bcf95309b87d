package jp.fudamori.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import jp.fudamori.application.CertificateApplication.Submission;
import jp.fudamori.deadline.PromisedDay;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code certificate_application} and {@code application_line}: what came in, and finding it again. */
@Repository
class Applications {

    private static final String SELECT = """
            select a.application_number, a.kind, a.institution_code, a.applicant, a.contact_name, a.submitted_at,
                   a.promised_from, a.review_days, a.arrival_days, a.review_due, a.expected_arrival, a.extended_due,
                   a.state, a.decided_by, a.decided_at, a.rejection_reason,
                   a.review_route, a.route_reason, a.first_approver, a.first_approved_at, a.approved_hash,
                   array(select terminal_name from application_line line
                          where line.application_number = a.application_number order by line.line) as terminal_names,
                   array(select refusal from application_line line
                          where line.application_number = a.application_number order by line.line) as refusals,
                   c.round, c.returned_by, c.returned_at, c.correct_until, c.review_days_left, c.arrival_days_left,
                   array(select field from application_remark remark
                          where remark.application_number = a.application_number and remark.round = c.round
                          order by field) as remark_fields,
                   array(select remark from application_remark remark
                          where remark.application_number = a.application_number and remark.round = c.round
                          order by field) as remarks
              from certificate_application a
              left join application_correction c
                on a.state = 'returned' and c.application_number = a.application_number and c.corrected_at is null
            """;

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
        var promise = submission.promise();
        jdbc.sql("""
                insert into certificate_application
                       (application_number, kind, institution_code, applicant, contact_name, submitted_at,
                        promised_from, review_days, arrival_days, review_due, expected_arrival, state)
                values (:number, :kind, :institution, :applicant, :contact, :at,
                        :from, :reviewDays, :arrivalDays, :due, :arrival, 'submitted')
                """)
                .param("number", submission.number().value())
                .param("kind", submission.kind().code())
                .param("institution", particulars.institution().value())
                .param("applicant", particulars.applicant().value())
                .param("contact", particulars.contactName())
                .param("at", submission.submittedAt().atOffset(ZoneOffset.UTC))
                .param("from", promise.from())
                .param("reviewDays", promise.reviewDays())
                .param("arrivalDays", promise.arrivalDays())
                .param("due", promise.reviewDue())
                .param("arrival", promise.expectedArrival())
                .update();
        addLines(submission);
    }

    /** Takes what the clinic corrected, with the new promise, in place of what was there. */
    void replace(Submission submission) {
        var number = submission.number().value();
        jdbc.sql("""
                update certificate_application
                   set contact_name = :contact, promised_from = :from, review_days = :reviewDays,
                       arrival_days = :arrivalDays, review_due = :due, expected_arrival = :arrival,
                       extended_due = null, extended_from = null, extension_days = null,
                       overdue_at = null, review_route = null, route_reason = null
                 where application_number = :number
                """)
                .param("number", number)
                .param("contact", submission.particulars().contactName())
                .param("from", submission.promise().from())
                .param("reviewDays", submission.promise().reviewDays())
                .param("arrivalDays", submission.promise().arrivalDays())
                .param("due", submission.promise().reviewDue())
                .param("arrival", submission.promise().expectedArrival())
                .update();
        jdbc.sql("delete from application_line where application_number = :number")
                .param("number", number)
                .update();
        addLines(submission);
    }

    Optional<CertificateApplication> find(ApplicationNumber number) {
        return jdbc.sql(SELECT + " where a.application_number = :number")
                .param("number", number.value())
                .query(ApplicationRow::read)
                .optional();
    }

    /** Finds an application and locks it until the transaction ends. */
    Optional<CertificateApplication> lock(ApplicationNumber number) {
        jdbc.sql("select 1 from certificate_application where application_number = :number for update")
                .param("number", number.value())
                .query()
                .listOfRows();
        return find(number);
    }

    List<CertificateApplication> latestOf(InstitutionCode institution, int most) {
        return jdbc.sql(SELECT + """
                 where a.institution_code = :institution
                 order by a.submitted_at desc, a.application_number desc
                 limit :most
                """)
                .param("institution", institution.value())
                .param("most", most)
                .query(ApplicationRow::read)
                .list();
    }

    List<CertificateApplication> latest(int most) {
        return jdbc.sql(SELECT + " order by a.submitted_at desc, a.application_number desc limit :most")
                .param("most", most)
                .query(ApplicationRow::read)
                .list();
    }

    /** Returns whether it was extended now; false when that was done earlier. */
    boolean extend(ApplicationNumber number, PromisedDay extension, Instant overdueAt) {
        return jdbc.sql("""
                update certificate_application
                   set overdue_at = :at, extended_due = :due, extended_from = :from, extension_days = :days
                 where application_number = :number and overdue_at is null
                """)
                        .param("number", number.value())
                        .param("due", extension.due())
                        .param("from", extension.from())
                        .param("days", extension.days())
                        .param("at", overdueAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Returns the last day that was promised when the first one was missed. */
    LocalDate extendedDue(ApplicationNumber number) {
        return jdbc.sql("""
                select extended_due
                  from certificate_application
                 where application_number = :number and extended_due is not null
                """)
                .param("number", number.value())
                .query(LocalDate.class)
                .single();
    }

    /** Returns how many applications of the institution were turned down since the given moment. */
    int rejectedSince(InstitutionCode institution, Instant since) {
        return jdbc.sql("""
                select count(*)
                  from certificate_application
                 where institution_code = :institution and state = 'rejected' and decided_at >= :since
                """)
                .param("institution", institution.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Returns the contact that the institution named last, before the given moment. */
    Optional<String> contactBefore(InstitutionCode institution, Instant moment) {
        return jdbc.sql("""
                select contact_name
                  from certificate_application
                 where institution_code = :institution and submitted_at < :moment
                 order by submitted_at desc, application_number desc
                 limit 1
                """)
                .param("institution", institution.value())
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    /** A terminal that an institution has applied for, and that was not turned down or withdrawn. */
    record KnownTerminal(LineNumber line, String name) {}

    /** Returns the terminals of the institution, those of the latest application first. */
    List<KnownTerminal> terminalsOf(InstitutionCode institution) {
        return jdbc.sql("""
                select line.application_number, line.line, line.terminal_name
                  from application_line line
                  join certificate_application a using (application_number)
                 where a.institution_code = :institution and line.refusal is null
                   and a.state in ('submitted', 'returned', 'second-approval', 'approved')
                 order by a.submitted_at desc, line.application_number desc, line.line
                """)
                .param("institution", institution.value())
                .query((row, index) -> new KnownTerminal(
                        new LineNumber(new ApplicationNumber(row.getString("application_number")), row.getInt("line")),
                        row.getString("terminal_name")))
                .list();
    }

    List<LineNumber> approvedLines(ApplicationNumber number) {
        return jdbc.sql("""
                select l.line
                  from application_line l
                  join certificate_application a using (application_number)
                 where a.application_number = :number and a.state = 'approved'
                   and (l.refusal is null or l.withheld_on is not null)
                 order by l.line
                """)
                .param("number", number.value())
                .query((row, index) -> new LineNumber(number, row.getInt("line")))
                .list();
    }

    private void addLines(Submission submission) {
        jdbc.sql("""
                insert into application_line (application_number, line, terminal_name)
                select :number, line, terminal_name
                  from unnest(:names) with ordinality as given (terminal_name, line)
                """)
                .param("number", submission.number().value())
                .param("names", submission.particulars().terminalNames().toArray(String[]::new))
                .update();
    }
}
