package jp.fudamori.web.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import jp.fudamori.account.Account;
import jp.fudamori.common.Refusal;
import jp.fudamori.input.InputDesk;
import jp.fudamori.process.FormRefusal;
import jp.fudamori.process.TaskDesk;
import jp.fudamori.process.TaskOvertaken;
import jp.fudamori.web.LoggedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One step on one page. What was typed is never lost: what cannot be taken yet becomes a draft. */
@Page
@RequestMapping("/tasks/{id}")
class TaskController {

    /** Name of the button that keeps what was typed without sending it. */
    private static final String SAVE = "_save";

    private final TaskDesk desk;
    private final InputDesk inputs;
    private final TaskPages pages;
    private final StandingPages standings;

    TaskController(TaskDesk desk, InputDesk inputs, TaskPages pages, StandingPages standings) {
        this.desk = desk;
        this.inputs = inputs;
        this.pages = pages;
        this.standings = standings;
    }

    @GetMapping
    ModelAndView show(@PathVariable String id, LoggedIn caller) {
        var account = caller.account();
        var draft = inputs.draft(account.id(), id);
        return desk.form(account, id, draft.map(kept -> kept.fields()).orElse(Map.of()))
                .map(form -> pages.page(account, form, draft))
                .or(() -> desk.standing(account, id).map(standings::page))
                .orElseThrow(NoSuchPage::new);
    }

    @PostMapping
    ModelAndView complete(@PathVariable String id, HttpServletRequest request, LoggedIn caller) {
        var account = caller.account();
        var fields = Entered.fields(request);
        try {
            if (TerminalSeries.asked(request)) {
                return save(account, id, TerminalSeries.added(request, fields));
            }
            return request.getParameter(SAVE) == null
                    ? Redirects.after(desk.complete(account, id, Map.copyOf(fields)))
                    : save(account, id, fields);
        } catch (FormRefusal refusal) {
            return again(account, id, fields, refusal.messages(), Optional.empty());
        } catch (Refusal refusal) {
            return again(account, id, fields, Map.of(), Optional.of(refusal));
        } catch (TaskOvertaken done) {
            return Redirects.to("/tasks/" + id);
        } catch (NoSuchElementException none) {
            throw new NoSuchPage();
        }
    }

    private ModelAndView save(Account account, String id, Map<String, String> fields) {
        if (desk.form(account, id, Map.of()).isPresent()) {
            inputs.keep(account.id(), id, fields);
        }
        return Redirects.to("/tasks/" + id);
    }

    /** The same page with everything that was typed, and what is wrong with it. */
    private ModelAndView again(
            Account account,
            String id,
            Map<String, String> fields,
            Map<String, String> messages,
            Optional<Refusal> refusal) {
        var form = desk.form(account, id, fields).orElseThrow(NoSuchPage::new);
        inputs.keep(account.id(), id, fields);
        var page = pages.page(account, form, Optional.empty());
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return pages.withErrors(page, messages, refusal);
    }
}
