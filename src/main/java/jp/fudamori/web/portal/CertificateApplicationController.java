package jp.fudamori.web.portal;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.process.FormPart.Shown;
import jp.fudamori.process.TaskDesk;
import jp.fudamori.process.TaskForm;
import jp.fudamori.web.LoggedIn;
import jp.fudamori.web.portal.FeeConsent.Answer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the manual around the steps of an application: 1-6 before, 1-8 between and 1-10 after them. */
@Page
@RequestMapping("/certificate-application")
class CertificateApplicationController {

    private final TaskDesk desk;
    private final FeeConsent consent;
    private final ApplicationDesk applications;

    CertificateApplicationController(TaskDesk desk, FeeConsent consent, ApplicationDesk applications) {
        this.desk = desk;
        this.consent = consent;
        this.applications = applications;
    }

    /** 1-6: the fee, to agree to or not. */
    @GetMapping
    ModelAndView fee(LoggedIn caller) {
        return consent.page(caller.account());
    }

    /** Who does not agree, has begun nothing. */
    @PostMapping
    ModelAndView begin(
            @RequestParam(defaultValue = "false") boolean consent,
            @RequestParam(name = "_token") UUID token,
            @RequestParam(name = "_text", defaultValue = "") String textHash,
            LoggedIn caller) {
        if (!consent) {
            return Redirects.to("/menu/applications");
        }
        try {
            return this.consent
                    .begin(caller.account(), new Answer(token, textHash))
                    .map(caseId -> Redirects.to("/cases/" + caseId))
                    .orElseGet(() -> textHasChanged(caller));
        } catch (NoSuchElementException none) {
            throw new NoSuchPage();
        }
    }

    private ModelAndView textHasChanged(LoggedIn caller) {
        var page = consent.page(caller.account());
        page.setStatus(HttpStatus.CONFLICT);
        return page.addObject("errors", Map.of("consent", "発行料のご案内が新しくなりました。お読みのうえ、もう一度お答えください。"));
    }

    /** 1-8: says what comes now; its OK leads to the confirmation. */
    @GetMapping("/{taskId}/ok")
    ModelAndView ok(@PathVariable String taskId, LoggedIn caller) {
        return desk.form(caller.account(), taskId, Map.of())
                .filter(form -> form.task().key().equals("confirmApplication"))
                .map(CertificateApplicationController::ok)
                .or(() -> desk.standing(caller.account(), taskId).map(done -> Redirects.to("/tasks/" + taskId)))
                .orElseThrow(NoSuchPage::new);
    }

    private static ModelAndView ok(TaskForm form) {
        var terminals = form.parts().stream()
                .filter(part -> part instanceof Shown shown && shown.key().equals("terminalNames"))
                .flatMap(part -> ((Shown) part).value().lines())
                .toList();
        return new ModelAndView("portal/ok").addObject("task", form.task()).addObject("terminals", terminals);
    }

    /** 1-10: it has its number. */
    @GetMapping("/submitted/{number}")
    ModelAndView submitted(@PathVariable String number, LoggedIn caller) {
        var application = ApplicationNumber.parse(number)
                .flatMap(applications::find)
                .filter(found -> caller.account()
                        .institution()
                        .filter(found.particulars().institution()::equals)
                        .isPresent())
                .orElseThrow(NoSuchPage::new);
        var submission = application.submission();
        return new ModelAndView("portal/submitted")
                .addObject("number", submission.number().value())
                .addObject("terminals", submission.particulars().terminalNames())
                .addObject("mail", caller.account().mail())
                .addObject("reviewDue", JapaneseDates.day(submission.reviewDue()))
                .addObject("arrival", JapaneseDates.day(submission.expectedArrival()));
    }
}
