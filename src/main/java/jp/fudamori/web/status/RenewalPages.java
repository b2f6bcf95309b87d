package jp.fudamori.web.status;

import java.util.Optional;
import jp.fudamori.application.LineNumber;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.paper.Office;
import jp.fudamori.process.TaskDesk;
import jp.fudamori.renewal.RenewalBoard;
import jp.fudamori.renewal.RenewalCase;
import jp.fudamori.renewal.RenewalCase.Stage;
import jp.fudamori.web.LoggedIn;
import jp.fudamori.web.portal.NoSuchPage;
import jp.fudamori.web.portal.Page;
import jp.fudamori.web.portal.Redirects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** 更新 of one certificate: leads to the step where the clinic agrees, or says how far it is. */
@Page
class RenewalPages {

    private static final String STEP = "renewCertificate";

    private final RenewalBoard board;
    private final TaskDesk desk;
    private final Office office;

    RenewalPages(RenewalBoard board, TaskDesk desk, Office office) {
        this.board = board;
        this.desk = desk;
        this.office = office;
    }

    @GetMapping("/certificates/{line}/renewal")
    ModelAndView renewal(@PathVariable String line, LoggedIn caller) {
        var institution = Clinic.of(caller);
        var found = LineNumber.parse(line)
                .flatMap(board::of)
                .filter(one -> one.institution().equals(institution))
                .orElseThrow(NoSuchPage::new);
        return step(found, caller).map(task -> Redirects.to("/tasks/" + task)).orElseGet(() -> page(found));
    }

    private Optional<String> step(RenewalCase found, LoggedIn caller) {
        return found.stage() == Stage.OPEN
                ? desk.open(caller.account()).stream()
                        .filter(task -> task.key().equals(STEP)
                                && task.number().equals(Optional.of(found.line().toString())))
                        .map(task -> task.id())
                        .findFirst()
                : Optional.empty();
    }

    private ModelAndView page(RenewalCase found) {
        return new ModelAndView("status/renewal")
                .addObject("stage", found.stage().name())
                .addObject("terminal", found.terminalName())
                .addObject("validUntil", JapaneseDates.day(found.notAfter()))
                .addObject("renewableFrom", JapaneseDates.day(found.renewableFrom()))
                .addObject(
                        "fetchUntil", found.fetchUntil().map(JapaneseDates::day).orElse(""))
                .addObject("renewalUrl", office.downloadUrl().resolve("renewal").toString());
    }
}
