package jp.fudamori.web.status;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.ApplicationReason;
import jp.fudamori.application.CertificateApplication;
import jp.fudamori.application.LookupDesk;
import jp.fudamori.common.Refusal;
import jp.fudamori.common.Spelling;
import jp.fudamori.web.portal.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * 申請状況照会 without a log-in: the acceptance mail's number and code show who acts next. The answer to the form is the page
 * itself, for its address must not tell the code; sent again, it only looks again.
 */
@Page
@RequestMapping("/status/lookup")
class LookupController {

    private static final String NUMBER = "number";
    private static final String CODE = "code";

    private final LookupDesk lookups;
    private final ApplicationCases cases;

    LookupController(LookupDesk lookups, ApplicationCases cases) {
        this.lookups = lookups;
        this.cases = cases;
    }

    @GetMapping
    String form() {
        return "status/lookup";
    }

    @PostMapping
    ModelAndView show(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        var parsed = ApplicationNumber.parse(Spelling.plain(number));
        var errors = wrongShape(number, parsed, code);
        if (!errors.isEmpty()) {
            return again(number, errors, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            return lookups.find(parsed.orElseThrow(), code, request.getRemoteAddr())
                    .map(this::found)
                    .orElseGet(() -> again(
                            number,
                            Map.of(NUMBER, "受付番号と照会コードの組合せを確認できませんでした。受付のメールのとおりに入力してください。"),
                            HttpStatus.UNPROCESSABLE_ENTITY));
        } catch (Refusal refusal) {
            return tooMany(number, refusal);
        }
    }

    private static ModelAndView tooMany(String number, Refusal refusal) {
        if (refusal.reason() != ApplicationReason.TOO_MANY_LOOKUPS) {
            throw refusal;
        }
        return again(number, Map.of(NUMBER, String.valueOf(refusal.getMessage())), HttpStatus.TOO_MANY_REQUESTS);
    }

    private ModelAndView found(CertificateApplication application) {
        return new ModelAndView("status/found")
                .addObject(NUMBER, application.number().value())
                .addObject("next", cases.of(application).next());
    }

    /** The code is not shown again. */
    private static ModelAndView again(String number, Map<String, String> errors, HttpStatus status) {
        return new ModelAndView("status/lookup", status)
                .addObject("values", Map.of(NUMBER, number))
                .addObject("errors", errors);
    }

    private static Map<String, String> wrongShape(String number, Optional<ApplicationNumber> parsed, String code) {
        var errors = new LinkedHashMap<String, String>();
        if (number.isBlank()) {
            errors.put(NUMBER, "受付番号を入力してください。");
        } else if (parsed.isEmpty()) {
            errors.put(NUMBER, "受付番号は、20261122-00042 のように入力してください。");
        }
        if (code.isBlank()) {
            errors.put(CODE, "照会コードを入力してください。");
        } else if (code.length() > 100) {
            errors.put(CODE, "照会コードは、受付のメールのとおりに入力してください。");
        }
        return errors;
    }
}
