package jp.fudamori.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.notice.LetterDesk;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The letter for the printer of the dispatch staff, until it is posted. */
@RestController
@RequestMapping("/api/letters")
@Tag(name = "通知書")
class LetterController {

    private final ApplicationDesk applications;
    private final LetterDesk letters;

    LetterController(ApplicationDesk applications, LetterDesk letters) {
        this.applications = applications;
        this.letters = letters;
    }

    @Operation(summary = "通知書（PDF）を開く。差し出したあとは廃棄されている")
    @ApiResponse(responseCode = "200", description = "通知書")
    @ApiResponse(
            responseCode = "404",
            description = "その受付番号の申請はない",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = ApiDescription.PROBLEM)))
    @ApiResponse(
            responseCode = "422",
            description = "通知書がまだない、または廃棄されている",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = ApiDescription.PROBLEM)))
    @GetMapping(path = "/{number}", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> open(@PathVariable String number, LoggedIn caller) {
        var application = ApplicationNumber.parse(number)
                .flatMap(applications::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var pdf = letters.open(application.number(), caller.account().id());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("notice-" + number + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }
}
