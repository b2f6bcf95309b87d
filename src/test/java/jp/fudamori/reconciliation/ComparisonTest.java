package jp.fudamori.reconciliation;

import static jp.fudamori.reconciliation.Finding.Kind.CANCELLED_THOUGH_ISSUED;
import static jp.fudamori.reconciliation.Finding.Kind.CONSENT_MISSING;
import static jp.fudamori.reconciliation.Finding.Kind.FEE_WITHOUT_CERTIFICATE;
import static jp.fudamori.reconciliation.Finding.Kind.ISSUED_WITHOUT_FEE;
import static jp.fudamori.reconciliation.Finding.Kind.POSTED_TWICE;
import static jp.fudamori.reconciliation.Finding.Kind.WRONG_AMOUNT;
import static jp.fudamori.reconciliation.Finding.Kind.WRONG_CANCELLATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.fudamori.fee.LedgerLine;
import jp.fudamori.reconciliation.Finding.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {

    private static final String REFERENCE = "20261120-00001-01";

    static Stream<Arguments> cases() {
        return Stream.of(
                found("paid and issued", true, line(1, 1500, 0, 0, 1500)),
                found("issued, not paid", true, null, ISSUED_WITHOUT_FEE),
                found("paid, not issued", false, line(1, 1500, 0, 0, 1500), FEE_WITHOUT_CERTIFICATE),
                found("cancelled and not issued", false, line(1, 1500, 1, -1500, 1500)),
                found("cancelled though issued", true, line(1, 1500, 1, -1500, 1500), CANCELLED_THOUGH_ISSUED),
                found("paid twice", true, line(2, 3000, 0, 0, 1500), POSTED_TWICE),
                found("paid more than agreed", true, line(1, 4000, 0, 0, 1500), WRONG_AMOUNT),
                found("paid without consent", true, line(1, 1500, 0, 0, 0), CONSENT_MISSING),
                found("more cancelled than posted", false, line(1, 1500, 1, -4000, 1500), WRONG_CANCELLATION),
                found("only cancelled", true, line(0, 0, 1, -1500, 1500), ISSUED_WITHOUT_FEE, WRONG_CANCELLATION));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void findsWhatIsWrong(String because, List<String> issued, List<LedgerLine> ledger, List<Kind> kinds) {
        var report = new Comparison(issued.iterator(), ledger.iterator(), 100).run();

        assertThat(report.findings()).as(because).extracting(Finding::kind).containsExactlyElementsOf(kinds);
        assertThat(report.findings())
                .allSatisfy(finding -> assertThat(finding.reference()).isEqualTo(REFERENCE));
        assertThat(report.total()).isEqualTo(kinds.size());
    }

    @Test
    void keepsBothListsInStepWhereEitherHasMore() {
        var issued = List.of("a", "c", "d", "f");
        var ledger =
                Stream.of("b", "c", "e", "f", "g").map(ComparisonTest::paid).toList();

        var report = new Comparison(issued.iterator(), ledger.iterator(), 100).run();

        assertThat(report.findings())
                .extracting(finding -> finding.reference() + " " + finding.kind())
                .containsExactly(
                        "a ISSUED_WITHOUT_FEE",
                        "b FEE_WITHOUT_CERTIFICATE",
                        "d ISSUED_WITHOUT_FEE",
                        "e FEE_WITHOUT_CERTIFICATE",
                        "g FEE_WITHOUT_CERTIFICATE");
        assertThat(report.issued()).isEqualTo(4);
        assertThat(report.fees()).isEqualTo(5);
    }

    @Test
    void countsEveryFindingOfAQuarterOfAMillionAndListsTheFirst() {
        var issued = IntStream.range(0, 250_000).mapToObj("%06d"::formatted).iterator();
        var ledger = IntStream.range(250_000, 500_000)
                .mapToObj(n -> paid("%06d".formatted(n)))
                .iterator();

        var started = System.nanoTime();
        var report = new Comparison(issued, ledger, 1_000).run();

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
        assertThat(report.total()).isEqualTo(500_000);
        assertThat(report.findings()).hasSize(1_000);
    }

    private static Arguments found(String because, boolean issued, @Nullable LedgerLine line, Kind... kinds) {
        return Arguments.of(
                because,
                issued ? List.of(REFERENCE) : List.of(),
                line == null ? List.of() : List.of(line),
                Arrays.asList(kinds));
    }

    /** @param consentedYen 0 for no consent */
    private static LedgerLine line(long posted, long postedYen, long cancelled, long cancelledYen, long consentedYen) {
        return new LedgerLine(
                REFERENCE,
                posted,
                postedYen,
                cancelled,
                cancelledYen,
                consentedYen == 0 ? OptionalLong.empty() : OptionalLong.of(consentedYen));
    }

    private static LedgerLine paid(String reference) {
        return new LedgerLine(reference, 1, 1500, 0, 0, OptionalLong.of(1500));
    }
}
