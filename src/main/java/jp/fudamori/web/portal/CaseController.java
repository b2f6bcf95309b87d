package jp.fudamori.web.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import jp.fudamori.account.Account;
import jp.fudamori.common.Refusal;
import jp.fudamori.input.InputDesk;
import jp.fudamori.process.CaseStanding;
import jp.fudamori.process.FormRefusal;
import jp.fudamori.process.TaskDesk;
import jp.fudamori.process.TaskOvertaken;
import jp.fudamori.web.LoggedIn;
import jp.fudamori.web.portal.form.FormPage;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Begins a process with its form, and leads from a case to where it stands. */
@Page
class CaseController {

    private static final String PROCESSES =
            "/{process:qualification-application|application-cancellation|qualification-withdrawal}";

    private final TaskDesk desk;
    private final InputDesk inputs;
    private final TaskPages pages;
    private final StandingPages standings;

    CaseController(TaskDesk desk, InputDesk inputs, TaskPages pages, StandingPages standings) {
        this.desk = desk;
        this.inputs = inputs;
        this.pages = pages;
        this.standings = standings;
    }

    /** @param number fills in the field of that name, for links from a list of applications */
    @GetMapping(PROCESSES)
    ModelAndView form(@PathVariable String process, @RequestParam(defaultValue = "") String number, LoggedIn caller) {
        return page(caller.account(), process, number.isEmpty() ? Map.of() : Map.of("applicationNumber", number));
    }

    @PostMapping(PROCESSES)
    ModelAndView start(
            @PathVariable String process,
            @RequestParam("_token") UUID token,
            HttpServletRequest request,
            LoggedIn caller) {
        var account = caller.account();
        var fields = Entered.fields(request);
        try {
            return Redirects.to("/cases/"
                    + inputs.once(
                            account.id(),
                            token,
                            () -> desk.start(account, process, Map.copyOf(fields))
                                    .caseId()));
        } catch (FormRefusal refusal) {
            return pages.withErrors(again(account, process, fields), refusal.messages(), Optional.empty());
        } catch (Refusal refusal) {
            return pages.withErrors(again(account, process, fields), Map.of(), Optional.of(refusal));
        } catch (TaskOvertaken met) {
            return pages.withErrors(
                    again(account, process, fields),
                    Map.of("form", String.valueOf(met.getMessage())),
                    Optional.empty());
        } catch (NoSuchElementException none) {
            throw new NoSuchPage();
        }
    }

    @GetMapping("/cases/{id}")
    ModelAndView standing(@PathVariable String id, LoggedIn caller) {
        CaseStanding standing = desk.standingOfCase(caller.account(), id).orElseThrow(NoSuchPage::new);
        return standing.next().isPresent() ? Redirects.after(standing) : standings.page(standing);
    }

    private ModelAndView again(Account account, String process, Map<String, String> fields) {
        var page = page(account, process, fields);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private ModelAndView page(Account account, String process, Map<String, String> fields) {
        var form = desk.startForm(account, process, fields).orElseThrow(NoSuchPage::new);
        return new ModelAndView("portal/start")
                .addAllObjects(
                        TaskPages.formOf(form.processName(), FormPage.of(form.processName(), form.parts()), process))
                .addObject("process", process)
                .addObject("token", UUID.randomUUID());
    }
}
