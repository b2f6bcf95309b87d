package jp.fudamori.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.notice.LetterDesk;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The letter for the printer of the dispatch staff, until it is posted. */
@RestController
@RequestMapping("/api/letters")
@Tag(name = "通知書")
class LetterController {

    private final LetterDesk letters;

    LetterController(LetterDesk letters) {
        this.letters = letters;
    }

    @Operation(summary = "通知書（PDF）を開く。差し出したあとは廃棄されている")
    @ApiResponse(responseCode = "200", description = "通知書")
    @ApiResponse(responseCode = "422", description = "通知書がまだない、または廃棄されている")
    @GetMapping(path = "/{number}", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> open(@PathVariable String number, LoggedIn caller) {
        var pdf = letters.open(new ApplicationNumber(number), caller.account().id());
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
