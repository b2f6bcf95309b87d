package jp.fudamori.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import jp.fudamori.notice.LetterDesk;
import jp.fudamori.notice.LetterNumber;
import jp.fudamori.notice.PostalReport;
import jp.fudamori.notice.PostingDesk;
import jp.fudamori.notice.TrackingDesk;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Single letters for the printer of the dispatch staff, until they are posted, and the files about posted ones. */
@RestController
@RequestMapping("/api/letters")
@Tag(name = "通知書")
class LetterController {

    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";

    private final LetterDesk letters;
    private final PostingDesk postings;
    private final TrackingDesk tracking;

    LetterController(LetterDesk letters, PostingDesk postings, TrackingDesk tracking) {
        this.letters = letters;
        this.postings = postings;
        this.tracking = tracking;
    }

    @Operation(summary = "通知書（PDF）を開く。差し出したあとは廃棄されている")
    @ApiResponse(responseCode = "200", description = "通知書")
    @ApiResponse(
            responseCode = "404",
            description = "その番号の通知書はない",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = ApiDescription.PROBLEM)))
    @ApiResponse(
            responseCode = "422",
            description = "通知書がまだない、または廃棄されている",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = ApiDescription.PROBLEM)))
    @GetMapping(path = "/{number}", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> open(@PathVariable String number, LoggedIn caller) {
        var letter = LetterNumber.parse(number)
                .flatMap(letters::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Papers.shown(letters.open(letter.number(), caller.account().id()), "notice-" + letter.number() + ".pdf");
    }

    @Operation(summary = "書留番号を記入した差出票（CSV）を取り込み、差出しを記録する")
    @ApiResponse(responseCode = "200", description = "全行を取り込んだ")
    @ApiResponse(responseCode = "422", description = "受け付けられない行があり、1行も取り込んでいない")
    @PostMapping(path = "/tracking-numbers", consumes = CSV, produces = JSON)
    ResponseEntity<PostalReport> readBack(InputStream csv, LoggedIn caller) {
        return report(postings.readBack(csv, caller.account().id()));
    }

    @Operation(summary = "書留の追跡記録（CSV）を取り込む")
    @ApiResponse(responseCode = "200", description = "全行を取り込んだ")
    @ApiResponse(responseCode = "422", description = "受け付けられない行があり、1行も取り込んでいない")
    @PostMapping(path = "/tracking-events", consumes = CSV, produces = JSON)
    ResponseEntity<PostalReport> readEvents(InputStream csv, LoggedIn caller) {
        return report(tracking.read(csv, caller.account().id()));
    }

    private static ResponseEntity<PostalReport> report(PostalReport report) {
        return ResponseEntity.status(report.accepted() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                .body(report);
    }
}
