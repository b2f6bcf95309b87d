package jp.fudamori.qualification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import jp.fudamori.deadline.PromisedDay;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.qualification.QualificationApplication.Abandoned;
import jp.fudamori.qualification.QualificationApplication.Accepted;
import jp.fudamori.qualification.QualificationApplication.Draft;
import jp.fudamori.qualification.QualificationApplication.Entry;
import jp.fudamori.qualification.QualificationApplication.Rejected;
import jp.fudamori.qualification.QualificationApplication.Returned;
import jp.fudamori.qualification.QualificationApplication.Submitted;
import jp.fudamori.qualification.QualificationApplication.Withdrawn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code qualification_application}. */
@Repository
class QualificationApplications {

    private final JdbcClient jdbc;

    QualificationApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns a number nobody had; the last five digits come round after 100,000 applications. */
    QualificationNumber nextNumber(LocalDate day) {
        long next = jdbc.sql("select nextval('qualification_number')")
                .query(Long.class)
                .single();
        return new QualificationNumber("R%s-%05d".formatted(DateTimeFormatter.BASIC_ISO_DATE.format(day), next));
    }

    /** Returns false, and adds nothing, where the institution has an application that is not closed. */
    boolean add(Draft draft, Instant openedAt) {
        return jdbc.sql("""
                insert into qualification_application (application_id, institution_code, applicant, opened_at,
                       answer_until, state)
                values (:id, :institution, :applicant, :openedAt, :answerUntil, 'draft')
                    on conflict (institution_code) where closed_at is null do nothing
                """)
                        .param("id", draft.id().value())
                        .param("institution", draft.opening().institution().value())
                        .param("applicant", draft.opening().applicant().value())
                        .param("openedAt", openedAt.atOffset(ZoneOffset.UTC))
                        .param("answerUntil", draft.answerUntil())
                        .update()
                == 1;
    }

    Optional<QualificationApplication> find(QualificationId id) {
        return jdbc.sql("""
                select application_id, application_number, institution_code, applicant, contact_name, payment_method,
                       answer_until, round, submitted_at, review_due, overdue_at, extended_due, state, reason,
                       decided_by, closed_at
                  from qualification_application
                 where application_id = :id
                """)
                .param("id", id.value())
                .query(QualificationRows::toApplication)
                .optional();
    }

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Optional<QualificationApplication> lock(QualificationId id) {
        jdbc.sql("select 1 from qualification_application where application_id = :id for update")
                .param("id", id.value())
                .query()
                .listOfRows();
        return find(id);
    }

    Optional<QualificationApplication> find(QualificationNumber number) {
        return jdbc.sql("""
                select application_id, application_number, institution_code, applicant, contact_name, payment_method,
                       answer_until, round, submitted_at, review_due, overdue_at, extended_due, state, reason,
                       decided_by, closed_at
                  from qualification_application
                 where application_number = :number
                """)
                .param("number", number.value())
                .query(QualificationRows::toApplication)
                .optional();
    }

    Optional<QualificationApplication> openOf(InstitutionCode institution) {
        return jdbc.sql("""
                select application_id, application_number, institution_code, applicant, contact_name, payment_method,
                       answer_until, round, submitted_at, review_due, overdue_at, extended_due, state, reason,
                       decided_by, closed_at
                  from qualification_application
                 where institution_code = :institution and closed_at is null
                """)
                .param("institution", institution.value())
                .query(QualificationRows::toApplication)
                .optional();
    }

    /** Those that were submitted, newest first. */
    List<QualificationApplication> latestOf(InstitutionCode institution, int most) {
        return jdbc.sql("""
                select application_id, application_number, institution_code, applicant, contact_name, payment_method,
                       answer_until, round, submitted_at, review_due, overdue_at, extended_due, state, reason,
                       decided_by, closed_at
                  from qualification_application
                 where institution_code = :institution and application_number is not null
                 order by submitted_at desc, application_number desc
                 limit :most
                """)
                .param("institution", institution.value())
                .param("most", most)
                .query(QualificationRows::toApplication)
                .list();
    }

    /** Those that were submitted, newest first. */
    List<QualificationApplication> latest(int most) {
        return jdbc.sql("""
                select application_id, application_number, institution_code, applicant, contact_name, payment_method,
                       answer_until, round, submitted_at, review_due, overdue_at, extended_due, state, reason,
                       decided_by, closed_at
                  from qualification_application
                 where application_number is not null
                 order by submitted_at desc, application_number desc
                 limit :most
                """)
                .param("most", most)
                .query(QualificationRows::toApplication)
                .list();
    }

    void enter(QualificationId id, Entry entry) {
        jdbc.sql("""
                update qualification_application
                   set contact_name = :contact, payment_method = :method
                 where application_id = :id
                """)
                .param("id", id.value())
                .param("contact", entry.contact().value())
                .param("method", entry.paymentMethod().name())
                .update();
    }

    /** @param reviewDays business days that were promised for the decision */
    void save(Submitted submitted, int reviewDays) {
        var submission = submitted.submission();
        jdbc.sql("""
                update qualification_application
                   set state = 'submitted', application_number = :number, round = :round, submitted_at = :at,
                       review_due = :due, review_days = :days, reason = null, decided_by = null,
                       overdue_at = null, extended_due = null, extended_from = null, extension_days = null
                 where application_id = :id
                """)
                .param("id", submitted.id().value())
                .param("number", submission.number().value())
                .param("round", submission.round())
                .param("at", submission.submittedAt().atOffset(ZoneOffset.UTC))
                .param("due", submission.reviewDue())
                .param("days", reviewDays)
                .update();
    }

    /** Keeps the second promise of one that is late. */
    void extend(QualificationId id, PromisedDay extension, Instant at) {
        jdbc.sql("""
                update qualification_application
                   set overdue_at = :at, extended_due = :due, extended_from = :from, extension_days = :days
                 where application_id = :id
                """)
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("due", extension.due())
                .param("from", extension.from())
                .param("days", extension.days())
                .update();
    }

    void save(Returned returned) {
        jdbc.sql("""
                update qualification_application
                   set state = 'returned', reason = :reason, decided_by = :by, answer_until = :until
                 where application_id = :id
                """)
                .param("id", returned.id().value())
                .param("reason", returned.reason())
                .param("by", returned.returnedBy().value())
                .param("until", returned.answerUntil())
                .update();
    }

    void save(Accepted accepted) {
        jdbc.sql("""
                update qualification_application
                   set state = 'accepted', decided_by = :by, closed_at = :at
                 where application_id = :id
                """)
                .param("id", accepted.id().value())
                .param("by", accepted.decidedBy().value())
                .param("at", accepted.decidedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void save(Rejected rejected) {
        jdbc.sql("""
                update qualification_application
                   set state = 'rejected', reason = :reason, decided_by = :by, closed_at = :at
                 where application_id = :id
                """)
                .param("id", rejected.id().value())
                .param("reason", rejected.reason())
                .param("by", rejected.decidedBy().value())
                .param("at", rejected.decidedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void save(Withdrawn withdrawn) {
        close(withdrawn.id(), "withdrawn", withdrawn.at());
    }

    void save(Abandoned abandoned) {
        close(abandoned.id(), "abandoned", abandoned.at());
    }

    private void close(QualificationId id, String state, Instant at) {
        jdbc.sql("""
                update qualification_application
                   set state = :state, closed_at = :at
                 where application_id = :id
                """)
                .param("id", id.value())
                .param("state", state)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
