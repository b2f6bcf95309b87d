package jp.fudamori.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import jp.fudamori.reconciliation.Finding;
import jp.fudamori.reconciliation.ReconciliationDesk;
import jp.fudamori.reconciliation.Report;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Certificates held against fees, for supervisors and operators. */
@RestController
@RequestMapping("/api/fees")
@Tag(name = "発行料")
class ReconciliationController {

    private static final int MOST_IN_JSON = 1_000;

    private final ReconciliationDesk desk;

    ReconciliationController(ReconciliationDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "発行した証明書と発行料を突き合わせる。不一致は1,000件まで並べる")
    @GetMapping(path = "/reconciliation", produces = MediaType.APPLICATION_JSON_VALUE)
    Reconciliation report() {
        return Reconciliation.of(desk.reconcile());
    }

    @Operation(summary = "発行した証明書と発行料を突き合わせ、不一致をCSVで返す。10,000件まで並べる")
    @GetMapping(path = "/reconciliation.csv", produces = FileAnswer.CSV)
    ResponseEntity<byte[]> sheet() {
        return FileAnswer.of(FileAnswer.CSV, "fee-reconciliation.csv", desk.sheet(desk.reconcile()));
    }

    /** A report, as the API shows it. */
    @Schema(description = "突合の結果")
    record Reconciliation(
            @Schema(description = "発行した証明書の数") long issued,
            @Schema(description = "発行料の記録がある枚番の数") long fees,
            @Schema(description = "不一致の数") long total,
            @Schema(description = "種類ごとの不一致の数") Map<Finding.Kind, Long> counts,
            @Schema(description = "不一致") List<Mismatch> findings) {

        static Reconciliation of(Report report) {
            return new Reconciliation(
                    report.issued(),
                    report.fees(),
                    report.total(),
                    report.counts(),
                    report.findings().stream()
                            .limit(MOST_IN_JSON)
                            .map(Mismatch::of)
                            .toList());
        }
    }

    /** A finding, as the API shows it. */
    @Schema(description = "不一致")
    record Mismatch(
            @Schema(description = "受付番号・枚番") String reference,
            @Schema(description = "種類") Finding.Kind kind,
            @Schema(description = "内容") String meaning,
            @Schema(description = "詳細") String detail) {

        static Mismatch of(Finding finding) {
            return new Mismatch(
                    finding.reference(), finding.kind(), finding.kind().japanese(), finding.detail());
        }
    }
}
