package jp.fudamori.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.security.Principal;
import jp.fudamori.institution.EndingDesk;
import jp.fudamori.institution.Import;
import jp.fudamori.institution.InstitutionRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes in the files of the registry; for the group {@code operator}. */
@RestController
@RequestMapping(path = "/api", consumes = "text/csv", produces = "application/json")
@Tag(name = "登録簿")
class InstitutionController {

    private final InstitutionRegistry registry;
    private final EndingDesk endings;

    InstitutionController(InstitutionRegistry registry, EndingDesk endings) {
        this.registry = registry;
        this.endings = endings;
    }

    @Operation(summary = "医療機関の登録簿（CSV）を取り込む")
    @ApiResponse(responseCode = "200", description = "全行を取り込んだ")
    @ApiResponse(responseCode = "422", description = "受け付けられない行があり、1行も取り込んでいない")
    @PostMapping("/institutions")
    ResponseEntity<Import> importInstitutions(InputStream csv, Principal operator) {
        return report(registry.importInstitutions(csv, operator.getName()));
    }

    @Operation(summary = "利用申請の一覧（CSV）を取り込む")
    @ApiResponse(responseCode = "200", description = "全行を取り込んだ")
    @ApiResponse(responseCode = "422", description = "受け付けられない行があり、1行も取り込んでいない")
    @PostMapping("/qualifications")
    ResponseEntity<Import> importQualifications(InputStream csv, Principal operator) {
        return report(registry.importQualifications(csv, operator.getName()));
    }

    @Operation(summary = "廃止と承継の一覧（CSV）を取り込む")
    @ApiResponse(responseCode = "200", description = "全行を取り込んだ")
    @ApiResponse(responseCode = "422", description = "受け付けられない行があり、1行も取り込んでいない")
    @PostMapping("/institutions/endings")
    ResponseEntity<Import> importEndings(InputStream csv, Principal operator) {
        return report(endings.importEndings(csv, operator.getName()));
    }

    private static ResponseEntity<Import> report(Import report) {
        return ResponseEntity.status(report.accepted() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                .body(report);
    }
}
