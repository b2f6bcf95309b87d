package jp.fudamori.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.deadline.DeadlineDesk;
import jp.fudamori.deadline.DeadlineMove;
import jp.fudamori.deadline.DeadlineMove.Dates;
import jp.fudamori.deadline.DeadlineMoves;
import jp.fudamori.sheet.SheetWriter;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Counting open deadlines again after a change of the calendar; for operators, who see the list first. */
@RestController
@RequestMapping("/api/deadlines")
@Tag(name = "期限")
class DeadlineController {

    private static final List<String> HEADER =
            List.of("受付番号", "医療機関コード", "これまでの審査期限", "新しい審査期限", "これまでの到着予定日", "新しい到着予定日");

    private final DeadlineDesk desk;

    DeadlineController(DeadlineDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "いまの営業日で数え直すと変わる期限を、受付番号順に1,000件まで一覧する（何も変更しない）")
    @GetMapping(path = "/moves", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Moves> moves() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Moves.of(desk.moves()));
    }

    @Operation(summary = "いまの営業日で数え直すと変わる期限の一覧（CSV）")
    @GetMapping(path = "/moves.csv", produces = FileAnswer.CSV)
    ResponseEntity<byte[]> sheet() {
        var rows = desk.moves().moves().stream().map(DeadlineController::row).toList();
        return FileAnswer.of(FileAnswer.CSV, "deadline-moves.csv", SheetWriter.write(HEADER, rows));
    }

    @Operation(summary = "確認した一覧のとおりに期限を変え、医療機関にメールで知らせる。一覧が変わっていれば何も変えない")
    @ApiResponse(responseCode = "200", description = "すべて変更した")
    @ApiResponse(responseCode = "422", description = "一覧が変わった（deadlines-changed）、または理由に誤りがある。1件も変更していない")
    @PostMapping(
            path = "/recount",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Recounted recount(@RequestBody Recount recount, LoggedIn caller) {
        return new Recounted(desk.recount(recount.token(), caller.account().id(), recount.reason()));
    }

    private static List<String> row(DeadlineMove move) {
        return List.of(
                move.number(),
                move.institution().value(),
                JapaneseDates.day(move.before().reviewDue()),
                JapaneseDates.day(move.after().reviewDue()),
                arrival(move.before()),
                arrival(move.after()));
    }

    private static String arrival(Dates dates) {
        return dates.expectedArrival().map(JapaneseDates::day).orElse("");
    }

    /** A list that an operator may agree to. */
    @Schema(description = "変わる期限の一覧")
    record Moves(
            @Schema(description = "この一覧を指す文字列。再計算の指示に使う") String token,
            @Schema(description = "変わる申請の総数") int total,
            @Schema(description = "はじめの1,000件まで") List<Move> moves) {

        static Moves of(DeadlineMoves moves) {
            return new Moves(
                    moves.token(),
                    moves.total(),
                    moves.moves().stream().map(Move::of).toList());
        }
    }

    /** An application whose dates become later. */
    @Schema(description = "期限が変わる申請")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Move(
            @Schema(description = "受付番号") String applicationNumber,
            @Schema(description = "医療機関コード") String institutionCode,
            @Schema(description = "これまでの審査期限") LocalDate oldReviewDue,
            @Schema(description = "新しい審査期限") LocalDate newReviewDue,
            @Schema(description = "これまでの到着予定日。利用申請にはない") Optional<LocalDate> oldExpectedArrival,
            @Schema(description = "新しい到着予定日。利用申請にはない") Optional<LocalDate> newExpectedArrival) {

        static Move of(DeadlineMove move) {
            return new Move(
                    move.number(),
                    move.institution().value(),
                    move.before().reviewDue(),
                    move.after().reviewDue(),
                    move.before().expectedArrival(),
                    move.after().expectedArrival());
        }
    }

    /** Which list is agreed to, and why. */
    @Schema(description = "再計算の指示")
    record Recount(
            @Schema(description = "確認した一覧のtoken") String token,

            @Schema(description = "医療機関へのメールに載せる理由（1～200文字、1文）")
            String reason) {

        Recount {
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** What is left. */
    @Schema(description = "再計算の結果")
    record Recounted(
            @Schema(description = "まだ変わっていない申請の数。0でなければ、新しい一覧を確認して続ける")
            int remaining) {}
}
