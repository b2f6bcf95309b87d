package jp.fudamori.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.notice.BatchDesk;
import jp.fudamori.notice.LetterBatch;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The letters of a day in one go: one PDF, one 差出票; for the dispatch staff. */
@RestController
@RequestMapping("/api/letters/batches")
@Tag(name = "通知書")
class LetterBatchController {

    private final BatchDesk batches;

    LetterBatchController(BatchDesk batches) {
        this.batches = batches;
    }

    /**
     * @param closedAt Asia/Tokyo
     * @param posted how many of the letters are posted already
     */
    record Batch(long number, OffsetDateTime closedAt, String closedBy, int letters, int posted) {

        static Batch of(LetterBatch batch) {
            return new Batch(
                    batch.number(),
                    batch.closedAt().atZone(JapaneseDates.TOKYO).toOffsetDateTime(),
                    batch.closedBy().value(),
                    batch.letters(),
                    batch.posted());
        }
    }

    @Operation(summary = "差出し束の一覧（新しいものから50件）")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    List<Batch> list() {
        return batches.latest().stream().map(Batch::of).toList();
    }

    @Operation(summary = "差出し待ちの通知書を締め切り、差出し束を作る（100通まで）")
    @ApiResponse(responseCode = "201", description = "束を作った")
    @ApiResponse(responseCode = "422", description = "差出し待ちの通知書がない")
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Batch> close(LoggedIn caller) {
        var batch = batches.close(caller.account().id());
        return ResponseEntity.created(URI.create("/api/letters/batches/" + batch.number()))
                .body(Batch.of(batch));
    }

    @Operation(summary = "差出し束")
    @GetMapping(path = "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    Batch get(@PathVariable long number) {
        return Batch.of(find(number));
    }

    @Operation(summary = "束の通知書（PDF）を差出票の順に開く。差し出したものは廃棄されている")
    @ApiResponse(responseCode = "200", description = "まだ差し出していない通知書")
    @ApiResponse(responseCode = "422", description = "すべて差し出してある")
    @GetMapping(path = "/{number}/letters", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> letters(@PathVariable long number, LoggedIn caller) {
        return Papers.shown(batches.open(find(number), caller.account().id()), "notices-" + number + ".pdf");
    }

    @Operation(summary = "差出票（CSV）。書留番号を記入して取り込む")
    @GetMapping(path = "/{number}/posting-list", produces = "text/csv")
    ResponseEntity<byte[]> postingList(@PathVariable long number) {
        return Papers.saved(batches.postingList(find(number)), "posting-list-" + number + ".csv");
    }

    private LetterBatch find(long number) {
        return batches.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
