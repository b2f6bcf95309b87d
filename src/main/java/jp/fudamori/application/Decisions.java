package jp.fudamori.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.CertificateApplication.Abandoned;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.ApprovedOnce;
import jp.fudamori.application.CertificateApplication.Cancelled;
import jp.fudamori.application.CertificateApplication.Rejected;
import jp.fudamori.application.CertificateApplication.Returned;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of an application: what the office and the clinic decided about it. */
@Repository
class Decisions {

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(ApplicationNumber number, Triage triage) {
        jdbc.sql("""
                update certificate_application set review_route = :route, route_reason = :reason
                 where application_number = :number
                """)
                .param("number", number.value())
                .param("route", triage.route().code())
                .param("reason", triage.reason())
                .update();
    }

    void save(Approved approved) {
        refuse(approved.refused());
        end(approved.number(), "approved", approved.decidedBy(), approved.decidedAt(), "");
    }

    void save(Rejected rejected) {
        refuseNone(rejected.number());
        end(rejected.number(), "rejected", rejected.decidedBy(), rejected.decidedAt(), rejected.reason());
    }

    void save(Cancelled cancelled) {
        refuseNone(cancelled.number());
        end(cancelled.number(), "cancelled", cancelled.by(), cancelled.at(), "");
    }

    void save(Abandoned abandoned) {
        var applicant = abandoned.particulars().applicant();
        end(abandoned.number(), "abandoned", applicant, abandoned.at(), "");
    }

    void save(ApprovedOnce approved) {
        refuse(approved.refused());
        jdbc.sql("""
                update certificate_application
                   set state = 'second-approval', first_approver = :by, first_approved_at = :at, approved_hash = :seen
                 where application_number = :number
                """)
                .param("number", approved.number().value())
                .param("by", approved.by().value())
                .param("at", approved.at().atOffset(ZoneOffset.UTC))
                .param("seen", approved.seen())
                .update();
    }

    /** The first approval no longer counts: the application waits for its review again. */
    void reopen(ApplicationNumber number) {
        refuseNone(number);
        jdbc.sql("""
                update certificate_application
                   set state = 'submitted', first_approver = null, first_approved_at = null, approved_hash = null
                 where application_number = :number
                """).param("number", number.value()).update();
    }

    void save(Returned returned) {
        state(returned.number(), "returned");
        var correction = returned.correction();
        jdbc.sql("""
                insert into application_correction
                       (application_number, round, returned_by, returned_at, correct_until,
                        review_days_left, arrival_days_left)
                values (:number, :round, :by, :at, :until, :reviewDays, :arrivalDays)
                """)
                .param("number", returned.number().value())
                .param("round", correction.round())
                .param("by", correction.by().value())
                .param("at", correction.at().atOffset(ZoneOffset.UTC))
                .param("until", correction.until())
                .param("reviewDays", correction.reviewDaysLeft())
                .param("arrivalDays", correction.arrivalDaysLeft())
                .update();
        correction.remarks().forEach(remark -> add(returned.number(), correction.round(), remark));
    }

    void corrected(ApplicationNumber number, int round, Instant at) {
        state(number, "submitted");
        jdbc.sql("""
                update application_correction set corrected_at = :at
                 where application_number = :number and round = :round
                """)
                .param("number", number.value())
                .param("round", round)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Returns how often the application was given back to its clinic. */
    int corrections(ApplicationNumber number) {
        return jdbc.sql("select count(*) from application_correction where application_number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    private void add(ApplicationNumber number, int round, Remark remark) {
        jdbc.sql("""
                insert into application_remark (application_number, round, field, remark)
                values (:number, :round, :field, :remark)
                """)
                .param("number", number.value())
                .param("round", round)
                .param("field", remark.field().code())
                .param("remark", remark.text())
                .update();
    }

    private void refuse(Map<LineNumber, String> refused) {
        refused.forEach((line, reason) -> jdbc.sql("""
                update application_line set refusal = :reason
                 where application_number = :number and line = :line
                """)
                .param("number", line.application().value())
                .param("line", line.position())
                .param("reason", reason)
                .update());
    }

    void withhold(LineNumber line, String reason, LocalDate day) {
        jdbc.sql("""
                update application_line set refusal = :reason, withheld_on = :day
                 where application_number = :number and line = :line
                """)
                .param("number", line.application().value())
                .param("line", line.position())
                .param("reason", reason)
                .param("day", day)
                .update();
    }

    private void refuseNone(ApplicationNumber number) {
        jdbc.sql("""
                update application_line set refusal = null
                 where application_number = :number and refusal is not null
                """).param("number", number.value()).update();
    }

    private void state(ApplicationNumber number, String state) {
        jdbc.sql("update certificate_application set state = :state where application_number = :number")
                .param("number", number.value())
                .param("state", state)
                .update();
    }

    private void end(ApplicationNumber number, String state, AccountId by, Instant at, String reason) {
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
}
