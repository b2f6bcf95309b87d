package jp.fudamori.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jp.fudamori.Person;
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

    /** One with a line for each terminal, of a clinic that has an account. */
    public ApplicationNumber of(Person clinic, List<String> terminalNames) {
        var first = add(clinic.institution(), terminalNames.get(0), "approved");
        jdbc.sql("update certificate_application set applicant = :clinic where application_number = :number")
                .param("clinic", clinic.id().value())
                .param("number", first.application().value())
                .update();
        for (int line = 2; line <= terminalNames.size(); line++) {
            addLine(first.application(), line, terminalNames.get(line - 1));
        }
        return first.application();
    }

    LineNumber undecided(InstitutionCode institution) {
        return add(institution, "受付1号機", "submitted");
    }

    private LineNumber add(InstitutionCode institution, String terminalName, String state) {
        var number = new ApplicationNumber("20261119-" + NUMBERS.incrementAndGet());
        var decided = state.equals("approved");
        jdbc.sql("""
                insert into certificate_application
                       (application_number, institution_code, applicant, contact_name, submitted_at, promised_from, review_days, arrival_days,
                        review_due, expected_arrival, state, decided_by, decided_at)
                values (:number, :institution, 'clinic', '事務部 鈴木花子', :day, :day, 5, 5, :day, :day, :state,
                        case when :decided then 'reviewer-a' end, case when :decided then cast(:day as date) end)
                """)
                .param("number", number.value())
                .param("institution", institution.value())
                .param("day", LocalDate.of(2026, 11, 19))
                .param("state", state)
                .param("decided", decided)
                .update();
        addLine(number, 1, terminalName);
        return new LineNumber(number, 1);
    }

    private void addLine(ApplicationNumber number, int line, String terminalName) {
        jdbc.sql("""
                insert into application_line (application_number, line, terminal_name)
                values (:number, :line, :terminal)
                """)
                .param("number", number.value())
                .param("line", line)
                .param("terminal", terminalName)
                .update();
    }
}
