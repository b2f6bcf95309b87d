package jp.fudamori.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import jp.fudamori.fee.Closing;
import jp.fudamori.fee.FeeStatements;
import jp.fudamori.fee.MonthTotal;
import org.jspecify.annotations.Nullable;

/** One month of the ledger, as the API shows it. */
@Schema(description = "発行料の月次集計")
record FeeMonth(
        @Schema(description = "対象月", example = "2026-11") String month,
        @Schema(description = "発行件数") long posted,
        @Schema(description = "取消件数") long cancelled,
        @Schema(description = "金額（円・税込）") long amountYen,
        @Schema(description = "払込請求書のファイルの数。締めるまでは0") int slipParts,
        @Schema(description = "締めの記録。締めるまではない") @Nullable ClosingStatus closing) {

    /** 締め as the API shows it. */
    @Schema(description = "締めの記録")
    record ClosingStatus(
            @Schema(description = "締めた日時") Instant at,
            @Schema(description = "締めた職員") String by,

            @Schema(description = "徴収月", example = "2027-01")
            String collectionMonth,

            @Schema(description = "払込請求書の支払期限") LocalDate paymentDue) {

        static ClosingStatus of(Closing closing) {
            return new ClosingStatus(
                    closing.at(),
                    closing.by().value(),
                    closing.collectionMonth().toString(),
                    closing.paymentDue());
        }
    }

    static FeeMonth of(MonthTotal total) {
        return new FeeMonth(
                total.month().toString(),
                total.posted(),
                total.cancelled(),
                total.amountYen(),
                (total.slips() + FeeStatements.SLIPS_A_PART - 1) / FeeStatements.SLIPS_A_PART,
                total.closing().map(ClosingStatus::of).orElse(null));
    }
}
