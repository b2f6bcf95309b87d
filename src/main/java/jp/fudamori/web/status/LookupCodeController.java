package jp.fudamori.web.status;

import jp.fudamori.application.LookupDesk;
import jp.fudamori.web.LoggedIn;
import jp.fudamori.web.portal.Page;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 照会コードの発行: gives a clinic the code of an application whose acceptance mail it no longer has, or had without one. */
@Page
class LookupCodeController {

    private final LookupDesk lookups;
    private final ApplicationCases cases;

    LookupCodeController(LookupDesk lookups, ApplicationCases cases) {
        this.lookups = lookups;
        this.cases = cases;
    }

    /** The code is shown on the next page, and never again. */
    @PostMapping("/status/{number}/lookup-code")
    String renew(@PathVariable String number, LoggedIn caller, RedirectAttributes next) {
        var application = cases.of(number, Clinic.of(caller)).application();
        next.addFlashAttribute(
                "lookupCode",
                lookups.renewCode(application.number(), caller.account().id()));
        next.addAttribute("number", number);
        return "redirect:/status/{number}";
    }
}
