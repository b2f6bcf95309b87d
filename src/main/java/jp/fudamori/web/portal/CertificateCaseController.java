package jp.fudamori.web.portal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.fudamori.holding.Holding;
import jp.fudamori.web.LoggedIn;
import jp.fudamori.web.portal.CertificateCases.Begin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** なくした・盗まれた, 使わなくなった: what a clinic can do about one of its certificates, or about all. */
@Page
@RequestMapping("/certificates")
class CertificateCaseController {

    private static final String LOSS = "portal/loss";
    private static final String REVOCATION = "portal/revocation";
    private static final String CLOSING = "portal/closing";

    private final CertificateCases cases;

    CertificateCaseController(CertificateCases cases) {
        this.cases = cases;
    }

    @GetMapping("/{line}/loss")
    ModelAndView loss(@PathVariable String line, LoggedIn caller) {
        return cases.page(LOSS, List.of(cases.holding(line, caller)));
    }

    @PostMapping("/{line}/loss")
    ModelAndView reportLoss(@PathVariable String line, @RequestParam("_token") UUID token, LoggedIn caller) {
        var holding = cases.holding(line, caller);
        var begin = new Begin(
                token,
                "certificate-reissue",
                Map.of("lineNumber", holding.line().toString()));
        return cases.begin(begin, caller, message -> refused(LOSS, List.of(holding), message));
    }

    @GetMapping("/{line}/revocation")
    ModelAndView revocation(@PathVariable String line, LoggedIn caller) {
        return cases.page(REVOCATION, List.of(cases.holding(line, caller)));
    }

    @PostMapping("/{line}/revocation")
    ModelAndView revoke(@PathVariable String line, @RequestParam("_token") UUID token, LoggedIn caller) {
        var holdings = List.of(cases.holding(line, caller));
        return cases.begin(revocationOf(token, holdings), caller, message -> refused(REVOCATION, holdings, message));
    }

    /** All that are valid, for a clinic that closes. */
    @GetMapping("/closing")
    ModelAndView closing(LoggedIn caller) {
        return cases.page(CLOSING, cases.valid(caller));
    }

    @PostMapping("/closing")
    ModelAndView revokeAll(@RequestParam("_token") UUID token, LoggedIn caller) {
        var holdings = cases.valid(caller);
        return cases.begin(revocationOf(token, holdings), caller, message -> refused(CLOSING, holdings, message));
    }

    private static Begin revocationOf(UUID token, List<Holding> holdings) {
        var lines = holdings.stream().map(holding -> holding.line().toString()).collect(Collectors.joining("\n"));
        return new Begin(token, "certificate-revocation", Map.of("lineNumbers", lines));
    }

    private ModelAndView refused(String view, List<Holding> holdings, String message) {
        return cases.page(view, holdings).addObject("errors", Map.of("form", message));
    }
}
