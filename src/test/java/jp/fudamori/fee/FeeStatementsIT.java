package jp.fudamori.fee;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.fudamori.fee.FeeSlice.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.fudamori.DatabaseContents;
import jp.fudamori.common.Refusal;
import jp.fudamori.fee.FeeSlice.FeeSteps;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.Qualification.PaymentMethod;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeeTest
class FeeStatementsIT {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Autowired
    FeeStatements statements;

    @Autowired
    CancellationDesk cancellations;

    @Autowired
    Fees fees;

    @Autowired
    FeeSteps steps;

    @Autowired
    JdbcClient jdbc;

    private InstitutionCode deducted;
    private InstitutionCode invoiced;

    @BeforeEach
    void setUp() {
        steps.startAfresh();
        deducted = steps.institution("2739900021", "大阪歯科", PaymentMethod.DEDUCTION);
        invoiced = steps.institution("1330100016", "髙﨑歯科　クリニック", PaymentMethod.INVOICE);
    }

    @Test
    void anOpenMonthHasTotalsAndNoStatement() {
        steps.post(deducted, "20261120-00001", 3, DAY);
        steps.post(invoiced, "20261120-00002", 1, DAY);
        cancellations.cancel("20261120-00001-02", "誤り", SUPERVISOR);

        assertThat(statements.months())
                .singleElement()
                .satisfies(month -> assertThat(month)
                        .returns(NOVEMBER, MonthTotal::month)
                        .returns(4L, MonthTotal::posted)
                        .returns(1L, MonthTotal::cancelled)
                        .returns(4500L, MonthTotal::amountYen)
                        .returns(true, total -> total.closing().isEmpty()));
        refused(() -> statements.sheet(NOVEMBER, PaymentMethod.DEDUCTION), FeeReason.MONTH_NOT_CLOSED);
        refused(() -> statements.summary(NOVEMBER), FeeReason.MONTH_NOT_CLOSED);
        refused(() -> statements.slips(NOVEMBER, 1), FeeReason.MONTH_NOT_CLOSED);
    }

    @Test
    void aMonthIsClosedWhenItIsOverAndCollectedTwoMonthsLater() {
        steps.post(deducted, "20261120-00001", 1, DAY);
        steps.clock().standAt(LocalDate.of(2026, 11, 30).atTime(23, 59, 59));
        refused(() -> statements.close(NOVEMBER, SUPERVISOR), FeeReason.MONTH_NOT_OVER);

        steps.clock().standAt(LocalDate.of(2026, 12, 1).atStartOfDay());

        assertThat(statements.close(NOVEMBER, SUPERVISOR))
                .returns(YearMonth.of(2027, 1), Closing::collectionMonth)
                .returns(LocalDate.of(2027, 1, 29), Closing::paymentDue)
                .returns(SUPERVISOR, Closing::by);
        assertThat(DatabaseContents.audited("fee-month-closed", "2026-11", jdbc))
                .isOne();
    }

    @Test
    void monthsAreClosedInTheirOrder() {
        steps.post(deducted, "20261120-00001", 1, DAY);
        steps.post(deducted, "20261220-00001", 1, LocalDate.of(2026, 12, 20));
        steps.standAt(2027, 1, 5);

        refused(() -> statements.close(DECEMBER, SUPERVISOR), FeeReason.EARLIER_MONTH_OPEN);

        statements.close(NOVEMBER, SUPERVISOR);
        statements.close(DECEMBER, SUPERVISOR);
        assertThat(statements.months()).extracting(MonthTotal::month).containsExactly(DECEMBER, NOVEMBER);
    }

    @Test
    void whatComesLateForAClosedMonthGoesToTheNext() {
        steps.post(deducted, "20261120-00001", 1, DAY);
        steps.standAt(2026, 12, 1);
        statements.close(NOVEMBER, SUPERVISOR);
        var before = sheet(NOVEMBER, PaymentMethod.DEDUCTION);

        steps.post(deducted, "20261120-00002", 1, LocalDate.of(2026, 11, 30));

        assertThat(sheet(NOVEMBER, PaymentMethod.DEDUCTION)).isEqualTo(before);
        assertThat(statements.months())
                .extracting(month -> month.month() + " " + month.posted())
                .containsExactly("2026-12 1", "2026-11 1");
    }

    @Test
    void aFeeThatIsWithdrawnAfterItsStatementIsTakenOffTheNextOne() {
        steps.post(deducted, "20261120-00001", 2, DAY);
        steps.standAt(2026, 12, 1);
        statements.close(NOVEMBER, SUPERVISOR);
        var before = sheet(NOVEMBER, PaymentMethod.DEDUCTION);

        cancellations.withdraw("20261120-00001-01", "受取りの前に、更新もとの電子証明書が失効したため");
        cancellations.withdraw("20261120-00001-01", "ほかの理由");

        assertThat(sheet(NOVEMBER, PaymentMethod.DEDUCTION)).isEqualTo(before);
        assertThat(statements.months())
                .extracting(month -> month.month() + " " + month.cancelled() + " " + month.amountYen())
                .containsExactly("2026-12 1 -1500", "2026-11 0 3000");
    }

    @Test
    void closingTwentyTimesAtOnceIsClosingOnce() throws Exception {
        steps.post(deducted, "20261120-00001", 2, DAY);
        steps.standAt(2026, 12, 1);

        steps.twentyTimes(() -> statements.close(NOVEMBER, SUPERVISOR));

        assertThat(steps.count("fee_month")).isOne();
        assertThat(steps.count("fee_statement")).isOne();
        assertThat(DatabaseContents.audited("fee-month-closed", "2026-11", jdbc))
                .isOne();
    }

    @Test
    void noFeeIsLostBetweenAMonthBeingClosedAndTheNext() throws Exception {
        steps.clock().standAt(DAY.atTime(10, 0));
        steps.fees().keepConsent("20261120-00001", steps.fees().consentOf(FeeKind.NEW_ISSUE, FeeSlice.CLINIC));
        // as on a machine whose clock is behind: it still posts to November while December closes it
        steps.post(deducted, "20261120-00002", 1, DAY);
        steps.standAt(2026, 12, 1);
        var threads = Executors.newFixedThreadPool(9);
        try {
            var tasks = IntStream.rangeClosed(1, 50)
                    .<Callable<Boolean>>mapToObj(line -> () -> {
                        if (line == 20) {
                            statements.close(NOVEMBER, SUPERVISOR);
                        }
                        insertLate(line);
                        return true;
                    })
                    .toList();
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(steps.count("fee")).isEqualTo(51);
        assertThat(steps.count("fee where statement_month = '2026-11-01'"))
                .isEqualTo(jdbc.sql("select posted from fee_statement")
                        .query(Integer.class)
                        .single());
        assertThat(steps.count("fee where statement_month not in ('2026-11-01', '2026-12-01')"))
                .isZero();
    }

    private void insertLate(int line) {
        var fee = new Fee(
                "20261120-00001-%02d".formatted(line), deducted, 1500, PaymentMethod.DEDUCTION, DAY, Optional.empty());
        steps.transaction().executeWithoutResult(status -> fees.add(fee, "20261120-00001"));
    }

    @Test
    void theDeductionFileHasARowForEachInstitutionAndTotals() {
        steps.post(deducted, "20261120-00001", 2, DAY);
        steps.post(deducted, "20261125-00001", 1, LocalDate.of(2026, 11, 25));
        steps.post(invoiced, "20261120-00002", 1, DAY);
        var other = steps.institution("0110113719", "=HYPERLINK('x')", PaymentMethod.DEDUCTION);
        steps.post(other, "20261120-00003", 1, DAY);
        cancellations.cancel("20261120-00001-02", "誤り", SUPERVISOR);
        steps.standAt(2026, 12, 1);
        statements.close(NOVEMBER, SUPERVISOR);

        assertThat(sheet(NOVEMBER, PaymentMethod.DEDUCTION)).isEqualTo("""
                \uFEFF明細番号,対象月,徴収月,医療機関コード,医療機関名称,発行件数,取消件数,金額（円・税込）,発行した枚番,取り消した枚番
                202611-000001,2026-11,2027-01,0110113719,'=HYPERLINK('x'),1,0,1500,20261120-00003-01,
                202611-000002,2026-11,2027-01,2739900021,大阪歯科,3,1,3000,20261120-00001-01 20261120-00001-02 20261125-00001-01,20261120-00001-02
                合計,2026-11,2027-01,,,4,1,4500,,
                """.replace("\n", "\r\n"));
        assertThat(sheet(NOVEMBER, PaymentMethod.INVOICE))
                .contains("202611-000003", "1330100016", "合計,2026-11,2027-01,,,1,0,1500");
    }

    @Test
    void aClosedMonthIsPrintedTheSameThoughTheRegistryChanges() throws IOException {
        steps.post(deducted, "20261120-00001", 1, DAY);
        steps.post(invoiced, "20261120-00002", 12, DAY);
        steps.standAt(2026, 12, 1);
        statements.close(NOVEMBER, SUPERVISOR);
        var sheet = statements.sheet(NOVEMBER, PaymentMethod.INVOICE);
        var slips = statements.slips(NOVEMBER, 1);
        var summary = statements.summary(NOVEMBER);

        steps.institution("1330100016", "移転後の名称", PaymentMethod.DEDUCTION);
        steps.standAt(2027, 2, 1);

        assertThat(statements.sheet(NOVEMBER, PaymentMethod.INVOICE)).isEqualTo(sheet);
        assertThat(statements.slips(NOVEMBER, 1)).isEqualTo(slips);
        assertThat(statements.summary(NOVEMBER)).isEqualTo(summary);
        assertThat(text(slips)).contains("髙﨑歯科", "18,000円", "20261120-00002", "2027年1月29日（金）", "振込手数料は、お客様のご負担となります。");
    }

    @Test
    void aCancellationOfALaterMonthIsACreditAndNoSlip() {
        steps.post(invoiced, "20261120-00002", 1, DAY);
        steps.standAt(2026, 12, 3);
        statements.close(NOVEMBER, SUPERVISOR);
        cancellations.cancel("20261120-00002-01", "二重申請", SUPERVISOR);
        steps.standAt(2027, 1, 4);
        statements.close(DECEMBER, SUPERVISOR);

        assertThat(sheet(DECEMBER, PaymentMethod.INVOICE)).contains("0,1,-1500,,20261120-00002-01");
        refused(() -> statements.slips(DECEMBER, 1), FeeReason.NO_SLIPS);
        refused(() -> statements.slips(NOVEMBER, 2), FeeReason.NO_SLIPS);
        assertThat(statements.months()).extracting(MonthTotal::slips).containsExactly(0, 1);
    }

    @Test
    void aMonthWithoutFeesCanBeClosed() throws IOException {
        steps.standAt(2026, 12, 1);

        statements.close(NOVEMBER, SUPERVISOR);

        assertThat(sheet(NOVEMBER, PaymentMethod.DEDUCTION)).contains("合計,2026-11,2027-01,,,0,0,0,,");
        assertThat(text(statements.summary(NOVEMBER))).contains("0円");
    }

    @Test
    void aMonthOfTwentyThousandInstitutionsIsClosedAndPrintedInParts() throws IOException {
        steps.post(invoiced, "20261120-00001", 1, DAY);
        steps.withoutGuards("""
                insert into fee (reference, consent_reference, institution_code, amount_yen, payment_method, posted_on,
                       kind, recorded_by, statement_month)
                select '20261120-' || number || '-01', '20261120-00001', '273' || lpad(number::text, 7, '0'),
                       1500, 'INVOICE', '2026-11-20', 'POSTED', 'process', '2026-11-01'
                  from generate_series(10001, 30000) number
                """);
        steps.standAt(2026, 12, 1);

        var started = System.nanoTime();
        statements.close(NOVEMBER, SUPERVISOR);
        var slips = statements.slips(NOVEMBER, 41);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(60));
        assertThat(steps.count("fee_statement")).isEqualTo(20_001);
        assertThat(text(slips)).contains("（登録なし）");
    }

    private String sheet(YearMonth month, PaymentMethod method) {
        return new String(statements.sheet(month, method), UTF_8);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static void refused(Runnable action, FeeReason because) {
        assertThatThrownBy(action::run)
                .asInstanceOf(type(Refusal.class))
                .returns(because, Refusal::reason)
                .extracting(Refusal::getMessage)
                .asString()
                .containsPattern("[ぁ-ん]");
    }
}
