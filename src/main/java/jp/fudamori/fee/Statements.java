package jp.fudamori.fee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.fudamori.account.AccountId;
import jp.fudamori.fee.Statement.Addressed;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.Qualification.PaymentMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code fee_month} and {@code fee_statement}. */
@Repository
class Statements {

    private final JdbcClient jdbc;

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an institution has in a month that is not closed yet. */
    record Balance(PaymentMethod method, InstitutionCode institution, int posted, int cancelled, long amountYen) {}

    /** A statement with the references of its entries. */
    record Referenced(Statement statement, String posted, String cancelled) {}

    /** Lets nobody write an entry, or close a month, until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('fee-month', 0))")
                .query((row, index) -> true)
                .single();
    }

    Optional<Closing> closing(YearMonth month) {
        return jdbc.sql("""
                select month, collection_month, payment_due, closed_at, closed_by
                  from fee_month
                 where month = :month
                """)
                .param("month", month.atDay(1))
                .query((row, index) -> toClosing(row))
                .optional();
    }

    boolean hasEntriesInAnOpenMonthBefore(YearMonth month) {
        return jdbc.sql("""
                select exists (select 1 from fee
                                where statement_month < :month
                                  and statement_month not in (select month from fee_month))
                """).param("month", month.atDay(1)).query(Boolean.class).single();
    }

    List<MonthTotal> totals() {
        return jdbc.sql("""
                select month, collection_month, payment_due, closed_at, closed_by,
                       coalesce(posted, 0) as posted, coalesce(cancelled, 0) as cancelled,
                       coalesce(amount_yen, 0) as amount_yen,
                       (select count(*) from fee_statement s
                         where s.month = closed.month and s.payment_method = 'INVOICE' and s.amount_yen > 0) as slips
                  from (select statement_month as month,
                               count(*) filter (where kind = 'POSTED') as posted,
                               count(*) filter (where kind = 'REVERSED') as cancelled,
                               sum(amount_yen) as amount_yen
                          from fee
                         group by statement_month) entries
                  full join fee_month closed using (month)
                 order by month desc
                """).query(Statements::toTotal).list();
    }

    List<Balance> balances(YearMonth month) {
        return jdbc.sql("""
                select payment_method, institution_code,
                       count(*) filter (where kind = 'POSTED') as posted,
                       count(*) filter (where kind = 'REVERSED') as cancelled,
                       sum(amount_yen) as amount_yen
                  from fee
                 where statement_month = :month
                 group by payment_method, institution_code
                 order by payment_method, institution_code
                """)
                .param("month", month.atDay(1))
                .query((row, index) -> new Balance(
                        PaymentMethod.valueOf(row.getString("payment_method")),
                        new InstitutionCode(row.getString("institution_code")),
                        row.getInt("posted"),
                        row.getInt("cancelled"),
                        row.getLong("amount_yen")))
                .list();
    }

    void add(Closing closing, List<Statement> statements) {
        jdbc.sql("""
                insert into fee_month (month, collection_month, payment_due, closed_at, closed_by)
                values (:month, :collection, :due, :at, :by)
                """)
                .param("month", closing.month().atDay(1))
                .param("collection", closing.collectionMonth().atDay(1))
                .param("due", closing.paymentDue())
                .param("at", closing.at().atOffset(ZoneOffset.UTC))
                .param("by", closing.by().value())
                .update();
        jdbc.sql("""
                insert into fee_statement (month, statement_number, payment_method, institution_code, name,
                       postal_code, address, posted, cancelled, amount_yen)
                select :month, s.*
                  from unnest(:numbers, :methods, :institutions, :names,
                              :postalCodes, :addresses, :posted, :cancelled, :amounts) s
                """)
                .param("month", closing.month().atDay(1))
                .param("numbers", texts(statements, Statement::number))
                .param(
                        "methods",
                        texts(statements, statement -> statement.method().name()))
                .param(
                        "institutions",
                        texts(statements, statement -> statement.institution().value()))
                .param(
                        "names",
                        texts(statements, statement -> statement.addressee().name()))
                .param(
                        "postalCodes",
                        texts(statements, statement -> statement.addressee().postalCode()))
                .param(
                        "addresses",
                        texts(statements, statement -> statement.addressee().address()))
                .param("posted", statements.stream().map(Statement::posted).toArray(Integer[]::new))
                .param(
                        "cancelled",
                        statements.stream().map(Statement::cancelled).toArray(Integer[]::new))
                .param("amounts", statements.stream().map(Statement::amountYen).toArray(Long[]::new))
                .update();
    }

    List<Statement> of(YearMonth month) {
        return jdbc.sql("""
                select statement_number, payment_method, institution_code, name, postal_code, address,
                       posted, cancelled, amount_yen
                  from fee_statement
                 where month = :month
                 order by statement_number
                """)
                .param("month", month.atDay(1))
                .query(Statements::toStatement)
                .list();
    }

    List<Referenced> referenced(YearMonth month, PaymentMethod method) {
        return jdbc.sql("""
                select statement_number, payment_method, institution_code, name, postal_code, address,
                       posted, cancelled, s.amount_yen,
                       string_agg(f.reference, ' ' order by f.reference) filter (where f.kind = 'POSTED') as posted_for,
                       string_agg(f.reference, ' ' order by f.reference) filter (where f.kind = 'REVERSED')
                           as cancelled_for
                  from fee_statement s
                  join fee f using (payment_method, institution_code)
                 where s.month = :month and f.statement_month = :month and payment_method = :method
                 group by statement_number, payment_method, institution_code
                 order by statement_number
                """)
                .param("month", month.atDay(1))
                .param("method", method.name())
                .query((row, index) ->
                        new Referenced(toStatement(row, index), text(row, "posted_for"), text(row, "cancelled_for")))
                .list();
    }

    /** Returns what stands on the slips of these institutions, in the order of days. */
    List<StatementEntry> invoiced(YearMonth month, Collection<InstitutionCode> institutions) {
        return jdbc.sql("""
                select institution_code, consent_reference, posted_on, kind,
                       count(*) as pieces, sum(amount_yen) as amount_yen
                  from fee
                 where statement_month = :month and payment_method = 'INVOICE' and institution_code = any (:codes)
                 group by institution_code, consent_reference, posted_on, kind
                 order by institution_code, posted_on, consent_reference, kind
                """)
                .param("month", month.atDay(1))
                .param(
                        "codes",
                        institutions.stream().map(InstitutionCode::value).toArray(String[]::new))
                .query((row, index) -> new StatementEntry(
                        new InstitutionCode(row.getString("institution_code")),
                        row.getString("consent_reference"),
                        row.getObject("posted_on", LocalDate.class),
                        row.getString("kind").equals("REVERSED"),
                        row.getInt("pieces"),
                        row.getLong("amount_yen")))
                .list();
    }

    private static String[] texts(List<Statement> statements, Function<Statement, String> text) {
        return statements.stream().map(text).toArray(String[]::new);
    }

    private static MonthTotal toTotal(ResultSet row, int index) throws SQLException {
        return new MonthTotal(
                month(row, "month"),
                row.getLong("posted"),
                row.getLong("cancelled"),
                row.getLong("amount_yen"),
                row.getInt("slips"),
                row.getObject("payment_due") == null ? Optional.empty() : Optional.of(toClosing(row)));
    }

    private static Closing toClosing(ResultSet row) throws SQLException {
        return new Closing(
                month(row, "month"),
                month(row, "collection_month"),
                row.getObject("payment_due", LocalDate.class),
                row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                new AccountId(row.getString("closed_by")));
    }

    private static Statement toStatement(ResultSet row, int index) throws SQLException {
        return new Statement(
                row.getString("statement_number"),
                PaymentMethod.valueOf(row.getString("payment_method")),
                new InstitutionCode(row.getString("institution_code")),
                new Addressed(row.getString("name"), row.getString("postal_code"), row.getString("address")),
                row.getInt("posted"),
                row.getInt("cancelled"),
                row.getLong("amount_yen"));
    }

    private static YearMonth month(ResultSet row, String column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }
}
