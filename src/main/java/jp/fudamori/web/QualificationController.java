package jp.fudamori.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import jp.fudamori.account.Account;
import jp.fudamori.qualification.QualificationApplication;
import jp.fudamori.qualification.QualificationDesk;
import jp.fudamori.qualification.QualificationNumber;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** 利用申請の状況照会 for the clinic that applied and for the office. */
@RestController
@RequestMapping(path = "/api/qualifications", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "利用申請")
class QualificationController {

    private final QualificationDesk qualifications;

    QualificationController(QualificationDesk qualifications) {
        this.qualifications = qualifications;
    }

    /** A clinic sees its own, staff see those of all clinics; what was never submitted is in no list. */
    @Operation(summary = "利用申請の一覧を、新しい順に100件まで返す（医療機関には自院の申請だけ）")
    @ApiResponse(responseCode = "200", description = "利用申請の状況の一覧")
    @GetMapping
    ResponseEntity<List<QualificationStatus>> list(LoggedIn caller) {
        var visible = caller.account().institution().map(qualifications::of).orElseGet(qualifications::latest);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(visible.stream().map(QualificationStatus::of).toList());
    }

    /** A number that nobody has, that another clinic has, or that is none at all: the answer is the same. */
    @Operation(summary = "利用申請の状況を照会する")
    @ApiResponse(responseCode = "200", description = "利用申請の状況")
    @ApiResponse(
            responseCode = "404",
            description = "その受付番号の利用申請はない",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = ApiDescription.PROBLEM)))
    @GetMapping("/{number}")
    ResponseEntity<QualificationStatus> status(@PathVariable String number, LoggedIn caller) {
        var application = QualificationNumber.parse(number)
                .flatMap(qualifications::find)
                .filter(found -> maySee(caller.account(), found))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(QualificationStatus.of(application));
    }

    private static boolean maySee(Account caller, QualificationApplication application) {
        return caller.institution()
                .map(own -> own.equals(application.opening().institution()))
                .orElse(true);
    }
}
