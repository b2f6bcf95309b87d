package jp.fudamori.certificate;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applications that the office has approved, as rows of their table. */
public final class ApprovedApplications {

    private static final AtomicInteger NUMBERS = new AtomicInteger(90000);

    private final JdbcClient jdbc;

    public ApprovedApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public LineNumber of(InstitutionCode institution, String terminalName) {
        return add(institution, terminalName, "approved");
    }

    LineNumber undecided(InstitutionCode institution) {
        return add(institution, "受付1号機", "submitted");
    }

    private LineNumber add(InstitutionCode institution, String terminalName, String state) {
        var number = new ApplicationNumber("20261119-" + NUMBERS.incrementAndGet());
        var decided = state.equals("approved");
        jdbc.sql("""
                insert into certificate_application
                       (application_number, institution_code, applicant, contact_name, submitted_at,
                        review_due, expected_arrival, state, decided_by, decided_at)
                values (:number, :institution, 'clinic', '事務部 鈴木花子', :day, :day, :day, :state,
                        case when :decided then 'reviewer-a' end, case when :decided then cast(:day as date) end)
                """)
                .param("number", number.value())
                .param("institution", institution.value())
                .param("day", LocalDate.of(2026, 11, 19))
                .param("state", state)
                .param("decided", decided)
                .update();
        jdbc.sql(
                        "insert into application_line (application_number, line, terminal_name) values (:number, 1, :terminal)")
                .param("number", number.value())
                .param("terminal", terminalName)
                .update();
        return new LineNumber(number, 1);
    }
}
