package jp.fudamori.reconciliation;

import java.util.List;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.IssuedLines;
import jp.fudamori.common.DomainService;
import jp.fudamori.fee.FeeLedger;
import jp.fudamori.sheet.SheetWriter;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** 突合: holds every certificate against its fee, and every fee against its certificate and its consent. */
@DomainService
public class ReconciliationDesk {

    /** Most findings that a report lists; it counts them all. */
    public static final int MOST_FINDINGS = 10_000;

    private static final List<String> HEADER = List.of("受付番号・枚番", "区分", "内容", "詳細");

    private final IssuedLines certificates;
    private final FeeLedger ledger;

    ReconciliationDesk(IssuedLines certificates, FeeLedger ledger) {
        this.certificates = certificates;
        this.ledger = ledger;
    }

    /** Compares both as they stood at one moment, so that what is being issued meanwhile is no finding. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public Report reconcile() {
        try (var issued = certificates.charged();
                var lines = ledger.lines()) {
            return new Comparison(issued.map(LineNumber::toString).iterator(), lines.iterator(), MOST_FINDINGS).run();
        }
    }

    /** Returns the findings of a report as CSV. */
    public byte[] sheet(Report report) {
        return SheetWriter.write(
                HEADER,
                report.findings().stream()
                        .map(finding -> List.of(
                                finding.reference(),
                                finding.kind().name(),
                                finding.kind().japanese(),
                                finding.detail()))
                        .toList());
    }
}
