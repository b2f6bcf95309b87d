package jp.fudamori.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import jp.fudamori.account.Account;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.CertificateApplication;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.notice.LetterDesk;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** 申請状況照会 for the clinic that applied and for the office. */
@RestController
@RequestMapping(path = "/api/applications", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "申請")
class ApplicationController {

    private final ApplicationDesk applications;
    private final CertificateDesk certificates;
    private final LetterDesk letters;
    private final FeeDesk fees;

    ApplicationController(
            ApplicationDesk applications, CertificateDesk certificates, LetterDesk letters, FeeDesk fees) {
        this.applications = applications;
        this.certificates = certificates;
        this.letters = letters;
        this.fees = fees;
    }

    /** A clinic sees its own, staff see those of all clinics. */
    @Operation(summary = "申請の一覧を、新しい順に100件まで返す（医療機関には自院の申請だけ）")
    @ApiResponse(responseCode = "200", description = "申請の状況の一覧")
    @GetMapping
    ResponseEntity<List<ApplicationStatus>> list(LoggedIn caller) {
        var visible = caller.account().institution().map(applications::of).orElseGet(applications::latest);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(visible.stream().map(this::statusOf).toList());
    }

    /** A number that nobody has, that another clinic has, or that is none at all: the answer is the same. */
    @Operation(summary = "申請の状況を照会する")
    @ApiResponse(responseCode = "200", description = "申請の状況")
    @ApiResponse(
            responseCode = "404",
            description = "その受付番号の申請はない",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = ApiDescription.PROBLEM)))
    @GetMapping("/{number}")
    ResponseEntity<ApplicationStatus> status(@PathVariable String number, LoggedIn caller) {
        var application = ApplicationNumber.parse(number)
                .flatMap(applications::find)
                .filter(found -> maySee(caller.account(), found))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(statusOf(application));
    }

    private ApplicationStatus statusOf(CertificateApplication application) {
        var number = application.number();
        return ApplicationStatus.of(
                application, certificates.issuedOf(number), letters.of(number), fees.fees(number.value()));
    }

    private static boolean maySee(Account caller, CertificateApplication application) {
        return caller.institution()
                .map(own -> own.equals(application.particulars().institution()))
                .orElse(true);
    }
}
