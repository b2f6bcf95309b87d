package jp.fudamori.reconciliation;

import static jp.fudamori.reconciliation.Finding.Kind.CONSENT_MISSING;
import static jp.fudamori.reconciliation.Finding.Kind.FEE_WITHOUT_CERTIFICATE;
import static jp.fudamori.reconciliation.Finding.Kind.ISSUED_WITHOUT_FEE;
import static jp.fudamori.reconciliation.Finding.Kind.WRONG_AMOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.fudamori.certificate.IssuedLines;
import jp.fudamori.fee.FeeSlice.FeeSteps;
import jp.fudamori.fee.FeeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@FeeTest
@Import({ReconciliationDesk.class, IssuedLines.class})
class ReconciliationDeskIT {

    private static final int LINES = 250_000;

    @Autowired
    ReconciliationDesk desk;

    @Autowired
    FeeSteps steps;

    @BeforeEach
    void setUp() {
        steps.startAfresh();
        steps.withoutGuards("truncate certificate_download cascade");
    }

    @Test
    void nothingIssuedAndNothingPostedIsInOrder() {
        assertThat(desk.reconcile()).isEqualTo(new Report(0, 0, Map.of(), List.of()));
    }

    @Test
    void aQuarterOfAMillionLinesAreComparedInOnePassAndEachFaultIsFound() {
        fill();
        steps.withoutGuards("delete from certificate_download where application_number = '20261120-00007'");
        steps.withoutGuards("delete from fee where reference = '20261120-00009-03'");
        steps.withoutGuards("update fee set amount_yen = 4000 where reference = '20261120-00011-50'");
        steps.withoutGuards("delete from fee_consent where reference = '20261120-00013'");

        var started = System.nanoTime();
        var report = desk.reconcile();

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(60));
        assertThat(report.issued()).isEqualTo(LINES - 50);
        assertThat(report.fees()).isEqualTo(LINES - 1);
        assertThat(report.counts())
                .isEqualTo(Map.of(
                        FEE_WITHOUT_CERTIFICATE, 50L, ISSUED_WITHOUT_FEE, 1L, WRONG_AMOUNT, 1L, CONSENT_MISSING, 50L));
        assertThat(report.findings())
                .extracting(finding -> finding.kind() + " " + finding.reference())
                .contains("ISSUED_WITHOUT_FEE 20261120-00009-03", "WRONG_AMOUNT 20261120-00011-50");
        assertThat(new String(desk.sheet(report), StandardCharsets.UTF_8))
                .contains("受付番号・枚番,区分,内容,詳細")
                .contains("20261120-00011-50,WRONG_AMOUNT,計上した金額が同意した金額と違う,\"同意 1,500円、計上 4,000円\"");
    }

    private void fill() {
        steps.withoutGuards("""
                insert into fee_consent (reference, text_version, text_hash, amount_yen, consented_by, consented_at, channel)
                select '20261120-' || lpad(n::text, 5, '0'), '2026-11-01', repeat('0', 64), 1500, 'c', '2026-11-20', 'PORTAL'
                  from generate_series(1, %d) n
                """.formatted(LINES / 50));
        steps.withoutGuards("""
                insert into fee (reference, consent_reference, institution_code, amount_yen, payment_method, posted_on,
                       kind, recorded_by, statement_month)
                select reference || '-' || lpad(line::text, 2, '0'), reference, '2739900021', 1500, 'DEDUCTION',
                       '2026-11-20', 'POSTED', 'process', '2026-11-01'
                  from fee_consent, generate_series(1, 50) line
                """);
        steps.withoutGuards("""
                insert into certificate_download (application_number, line, reference_id, code_salt, code_hash,
                       download_until)
                select reference, line, translate(substr(md5(reference || line), 1, 16), '01abcdef', '23ABCDEF'),
                       decode(repeat('00', 16), 'hex'), decode(repeat('00', 32), 'hex'), '2027-05-19'
                  from fee_consent, generate_series(1, 50) line
                """);
    }
}
