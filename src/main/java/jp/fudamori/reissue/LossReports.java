package jp.fudamori.reissue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.reissue.LossReport.Described;
import jp.fudamori.reissue.LossReport.Dropped;
import jp.fudamori.reissue.LossReport.Opened;
import jp.fudamori.reissue.LossReport.Opening;
import jp.fudamori.reissue.LossReport.Reported;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code loss_report}. */
@Repository
class LossReports {

    private static final String SELECT = """
            select report_id, institution_code, applicant, application_number, line, opened_by, opened_at, state,
                   kind, lost_on, place, circumstances, closed_by, closed_at, affected
              from loss_report
            """;

    private final JdbcClient jdbc;

    LossReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns false where the certificate has an open report already; whoever was faster has committed by then. */
    boolean add(Opened report) {
        var opening = report.opening();
        return jdbc.sql("""
                insert into loss_report
                       (report_id, institution_code, applicant, application_number, line, opened_by, opened_at, state)
                values (:id, :institution, :applicant, :number, :line, :by, :at, 'opened')
                on conflict (application_number, line) where closed_at is null do nothing
                """)
                        .param("id", opening.id().value())
                        .param("institution", opening.institution().value())
                        .param("applicant", opening.applicant().value())
                        .param("number", opening.line().application().value())
                        .param("line", opening.line().position())
                        .param("by", opening.by().value())
                        .param("at", opening.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Finds a report and locks it until the transaction ends. */
    Optional<LossReport> lock(ReportId id) {
        return jdbc.sql(SELECT + " where report_id = :id for update")
                .param("id", id.value())
                .query(LossReports::toReport)
                .optional();
    }

    void save(Described report) {
        var loss = report.loss();
        jdbc.sql("""
                update loss_report
                   set state = 'described', kind = :kind, lost_on = :on, place = :place, circumstances = :circumstances
                 where report_id = :id
                """)
                .param("kind", loss.kind().code())
                .param("on", loss.on())
                .param("place", loss.place())
                .param("circumstances", loss.circumstances())
                .param("id", report.id().value())
                .update();
    }

    void save(Reported report) {
        jdbc.sql("""
                update loss_report set state = 'reported', closed_by = :by, closed_at = :at, affected = :affected
                 where report_id = :id
                """)
                .param("by", report.by().value())
                .param("at", report.at().atOffset(ZoneOffset.UTC))
                .param("affected", texts(report.affected()))
                .param("id", report.id().value())
                .update();
    }

    void save(Dropped report) {
        jdbc.sql("update loss_report set state = 'dropped', closed_by = :by, closed_at = :at where report_id = :id")
                .param("by", report.by().value())
                .param("at", report.at().atOffset(ZoneOffset.UTC))
                .param("id", report.id().value())
                .update();
    }

    private static LossReport toReport(ResultSet row, int index) throws SQLException {
        var opening = new Opening(
                new ReportId(row.getObject("report_id", UUID.class)),
                new InstitutionCode(row.getString("institution_code")),
                new AccountId(row.getString("applicant")),
                new LineNumber(new ApplicationNumber(row.getString("application_number")), row.getInt("line")),
                new AccountId(row.getString("opened_by")),
                moment(row, "opened_at"));
        return switch (row.getString("state")) {
            case "opened" -> new Opened(opening);
            case "described" -> new Described(opening, loss(row));
            case "reported" ->
                new Reported(opening, loss(row), closedBy(row), moment(row, "closed_at"), lines(row, "affected"));
            default -> new Dropped(opening, closedBy(row), moment(row, "closed_at"));
        };
    }

    private static Loss loss(ResultSet row) throws SQLException {
        return new Loss(
                LossKind.of(row.getString("kind")),
                row.getObject("lost_on", LocalDate.class),
                row.getString("place"),
                row.getString("circumstances"));
    }

    private static AccountId closedBy(ResultSet row) throws SQLException {
        return new AccountId(row.getString("closed_by"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<LineNumber> lines(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(line -> LineNumber.parse(line).orElseThrow())
                .toList();
    }

    private static String[] texts(List<LineNumber> lines) {
        return lines.stream().map(LineNumber::toString).toArray(String[]::new);
    }
}
