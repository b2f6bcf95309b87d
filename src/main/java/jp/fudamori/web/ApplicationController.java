package jp.fudamori.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import jp.fudamori.account.Account;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.CertificateApplication;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.notice.LetterDesk;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** 申請状況照会 for the clinic that applied and for the office. */
@RestController
@RequestMapping("/api/applications")
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

    /** A number that nobody has, that another clinic has, or that is none at all: the answer is the same. */
    @Operation(summary = "申請の状況を照会する")
    @ApiResponse(responseCode = "200", description = "申請の状況")
    @ApiResponse(responseCode = "404", description = "その受付番号の申請はない")
    @GetMapping("/{number}")
    ResponseEntity<ApplicationStatus> status(@PathVariable String number, LoggedIn caller) {
        var application = number(number)
                .flatMap(applications::find)
                .filter(found -> maySee(caller.account(), found))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(statusOf(application));
    }

    private ApplicationStatus statusOf(CertificateApplication application) {
        var number = application.number();
        return ApplicationStatus.of(application, certificates.of(number), letters.of(number), fees.fee(number.value()));
    }

    private static Optional<ApplicationNumber> number(String text) {
        try {
            return Optional.of(new ApplicationNumber(text));
        } catch (IllegalArgumentException notANumber) {
            return Optional.empty();
        }
    }

    private static boolean maySee(Account caller, CertificateApplication application) {
        return caller.institution()
                .map(own -> own.equals(application.particulars().institution()))
                .orElse(true);
    }
}
