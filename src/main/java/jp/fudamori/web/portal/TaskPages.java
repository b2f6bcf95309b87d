package jp.fudamori.web.portal;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.fudamori.account.Account;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.common.Refusal;
import jp.fudamori.input.TaskDraft;
import jp.fudamori.process.OpenTask;
import jp.fudamori.process.TaskForm;
import jp.fudamori.web.portal.form.FormPage;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of a step. */
@Component
class TaskPages {

    /** The manual's way from the prerequisite to the end. */
    private static final List<String> WAY =
            List.of("confirmQualification", "consentToFee", "enterApplication", "confirmApplication");

    private static final Map<String, String> BUTTONS = Map.of(
            "correctApplication", "補正して再提出する",
            "application-cancellation", "申請を取り消す",
            "qualification-withdrawal", "利用申請を取り下げる",
            "qualification-application", "利用申請を始める",
            "certificate-application", "申請を始める");

    private final KeptInput kept;

    TaskPages(KeptInput kept) {
        this.kept = kept;
    }

    ModelAndView page(Account account, TaskForm form, Optional<TaskDraft> draft) {
        var task = form.task();
        var page = new ModelAndView("portal/task")
                .addAllObjects(formOf(task.name(), FormPage.of(task.name(), form.parts()), task.key()))
                .addObject("task", task)
                .addObject("step", WAY.indexOf(task.key()) + 1)
                .addObject("due", task.due().map(JapaneseDates::day).orElse(""))
                .addObject(
                        "saved",
                        draft.map(TaskDraft::savedAt).map(JapaneseDates::moment).orElse(""))
                .addObject("keep", kept.token(account, task.id()));
        return account.institution().isPresent() ? page : page.addObject("button", "完了"); // as in Tasklist
    }

    /** What {@code portal/task} and {@code portal/start} need of a form. */
    static Map<String, Object> formOf(String name, FormPage form, String key) {
        var model = new LinkedHashMap<String, Object>();
        model.put("name", name);
        model.put("form", form);
        model.put("values", form.values());
        model.put("button", BUTTONS.getOrDefault(key, "次へ"));
        return model;
    }

    ModelAndView withErrors(ModelAndView page, Map<String, String> messages, Optional<Refusal> refusal) {
        var form = (FormPage) requireNonNull(page.getModel().get("form"));
        return page.addObject(
                "errors",
                refusal.map(no -> form.errors(
                                String.valueOf(no.getMessage()), no.reason().code()))
                        .orElse(messages));
    }

    /** What a list of steps says about one. */
    record Line(String id, String name, String about, boolean urgent) {

        static Line of(OpenTask task) {
            var about = task.processName()
                    + task.number().map(number -> "・受付番号 " + number).orElse("")
                    + "・" + JapaneseDates.moment(task.since()) + "から";
            return new Line(
                    task.id(),
                    task.name(),
                    about
                            + task.due()
                                    .map(due -> "・期限 " + JapaneseDates.day(due))
                                    .orElse(""),
                    task.key().equals("correctApplication"));
        }
    }
}
