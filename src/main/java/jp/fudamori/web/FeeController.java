package jp.fudamori.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import jp.fudamori.fee.CancellationDesk;
import jp.fudamori.fee.FeeStatements;
import jp.fudamori.institution.Qualification.PaymentMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Months of the ledger: supervisors and operators read them, supervisors close them and cancel fees. */
@RestController
@RequestMapping("/api/fees")
@Tag(name = "発行料")
class FeeController {

    private final FeeStatements statements;
    private final CancellationDesk cancellations;

    FeeController(FeeStatements statements, CancellationDesk cancellations) {
        this.statements = statements;
        this.cancellations = cancellations;
    }

    @Operation(summary = "月ごとの発行料を一覧する（新しい月から）")
    @GetMapping(path = "/months", produces = MediaType.APPLICATION_JSON_VALUE)
    List<FeeMonth> months() {
        return statements.months().stream().map(FeeMonth::of).toList();
    }

    @Operation(summary = "月を締める（審査責任者）。締めた月をもう一度締めても変わらない")
    @ApiResponse(responseCode = "200", description = "締めてある")
    @PostMapping(path = "/months/{month}/closing", produces = MediaType.APPLICATION_JSON_VALUE)
    FeeMonth.ClosingStatus close(@PathVariable YearMonth month, LoggedIn caller) {
        return FeeMonth.ClosingStatus.of(
                statements.close(inRange(month), caller.account().id()));
    }

    @Operation(summary = "締めた月の、控除する医療機関の一覧（CSV）")
    @GetMapping(path = "/months/{month}/deduction.csv", produces = FileAnswer.CSV)
    ResponseEntity<byte[]> deduction(@PathVariable YearMonth month) {
        var file = statements.sheet(inRange(month), PaymentMethod.DEDUCTION);
        return FileAnswer.of(FileAnswer.CSV, "fee-deduction-" + month + ".csv", file);
    }

    @Operation(summary = "締めた月の、払込請求書で支払う医療機関の一覧（CSV）")
    @GetMapping(path = "/months/{month}/invoice.csv", produces = FileAnswer.CSV)
    ResponseEntity<byte[]> invoice(@PathVariable YearMonth month) {
        var file = statements.sheet(inRange(month), PaymentMethod.INVOICE);
        return FileAnswer.of(FileAnswer.CSV, "fee-invoice-" + month + ".csv", file);
    }

    @Operation(summary = "締めた月の集計表（PDF）")
    @GetMapping(path = "/months/{month}/summary.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> summary(@PathVariable YearMonth month) {
        return FileAnswer.of(
                MediaType.APPLICATION_PDF_VALUE, "fee-summary-" + month + ".pdf", statements.summary(inRange(month)));
    }

    @Operation(summary = "締めた月の払込請求書（PDF）。1つのファイルに500枚まで、partは1から")
    @GetMapping(path = "/months/{month}/slips/{part}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> slips(@PathVariable YearMonth month, @PathVariable int part) {
        var file = statements.slips(inRange(month), part);
        return FileAnswer.of(MediaType.APPLICATION_PDF_VALUE, "fee-slips-%s-%d.pdf".formatted(month, part), file);
    }

    @Operation(summary = "計上した発行料を取り消す（審査責任者）。元の計上は残り、取消しの記録が加わる")
    @ApiResponse(responseCode = "204", description = "取り消してある")
    @PostMapping(path = "/{reference}/cancellation", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String reference, @RequestBody Cancellation cancellation, LoggedIn caller) {
        cancellations.cancel(reference, cancellation.reason(), caller.account().id());
    }

    /** @param reason in Japanese, 1 to 200 characters */
    record Cancellation(String reason) {

        Cancellation {
            Objects.requireNonNull(reason, "reason");
        }
    }

    private static YearMonth inRange(YearMonth month) {
        if (month.getYear() < 2000 || month.getYear() > 2099) {
            throw new IllegalArgumentException("months are those of 2000 to 2099");
        }
        return month;
    }
}
