package jp.fudamori.fee;

import java.time.YearMonth;
import java.util.List;
import jp.fudamori.account.AccountId;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.Qualification.PaymentMethod;

/**
 * 月次明細: closes months and prints what each institution owes. What is printed of a closed month is the same each time,
 * byte for byte.
 */
@DomainService
public class FeeStatements {

    /** Most slips in one file. */
    public static final int SLIPS_A_PART = 500;

    private final Statements statements;
    private final MonthClosing closing;
    private final StatementPress press;
    private final AuditTrail audit;

    FeeStatements(Statements statements, MonthClosing closing, StatementPress press, AuditTrail audit) {
        this.statements = statements;
        this.closing = closing;
        this.press = press;
        this.audit = audit;
    }

    /** Returns every month that has entries or was closed, the latest first. */
    public List<MonthTotal> months() {
        return statements.totals();
    }

    /**
     * Fixes the statements of a month, once; closing it again changes nothing. Entries that come later for it go to the
     * next month.
     *
     * @throws Refusal {@code month-not-over}, {@code earlier-month-open}
     */
    public Closing close(YearMonth month, AccountId by) {
        statements.lock();
        return statements.closing(month).orElseGet(() -> {
            var closed = closing.close(month, by);
            audit.record(by.value(), "fee-month-closed", month.toString(), "due " + closed.paymentDue());
            return closed;
        });
    }

    /**
     * Returns one row for each institution, and the totals, as CSV; for {@code DEDUCTION} this is the 控除 file.
     *
     * @throws Refusal {@code month-not-closed}
     */
    public byte[] sheet(YearMonth month, PaymentMethod method) {
        return StatementSheet.write(closed(month), statements.referenced(month, method));
    }

    /**
     * Returns the totals of a month by payment method and prefecture, as PDF.
     *
     * @throws Refusal {@code month-not-closed}
     */
    public byte[] summary(YearMonth month) {
        return press.summary(closed(month), statements.of(month));
    }

    /**
     * Returns the 払込請求書 of a month as PDF, one for each institution that owes something.
     *
     * @param part 1 or more; each has {@link #SLIPS_A_PART} slips, the last one what is left
     * @throws Refusal {@code month-not-closed}, {@code no-slips}
     */
    public byte[] slips(YearMonth month, int part) {
        var closed = closed(month);
        var slips = owing(month).stream()
                .skip((part - 1L) * SLIPS_A_PART)
                .limit(SLIPS_A_PART)
                .toList();
        if (slips.isEmpty()) {
            throw new Refusal(
                    FeeReason.NO_SLIPS, "%s分の払込請求書に、%d番目のファイルはありません。".formatted(MonthClosing.japanese(month), part));
        }
        var entries = statements.invoiced(
                month, slips.stream().map(Statement::institution).toList());
        return press.slips(closed, part, slips, entries);
    }

    private List<Statement> owing(YearMonth month) {
        return statements.of(month).stream()
                .filter(statement -> statement.method() == PaymentMethod.INVOICE && statement.amountYen() > 0)
                .toList();
    }

    private Closing closed(YearMonth month) {
        return statements
                .closing(month)
                .orElseThrow(() -> new Refusal(
                        FeeReason.MONTH_NOT_CLOSED, "%sはまだ締めていないため、明細がありません。".formatted(MonthClosing.japanese(month))));
    }
}
