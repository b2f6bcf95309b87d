package jp.fudamori.reissue;

import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationKind;
import jp.fudamori.application.Preparation;
import jp.fudamori.application.Preparation.Terminal;
import jp.fudamori.application.PreparationDesk;
import jp.fudamori.common.DomainService;
import jp.fudamori.reissue.LossReport.Reported;

/** Prepares the application that follows a loss: the same clinic, contact and terminals as before. */
@DomainService
public class ReissueDesk {

    private final ApplicationDesk applications;
    private final PreparationDesk preparations;

    ReissueDesk(ApplicationDesk applications, PreparationDesk preparations) {
        this.applications = applications;
        this.preparations = preparations;
    }

    /**
     * Prepares a new application for what was lost; the clinic may drop it, and the loss stays reported.
     *
     * @param actor who goes on with it: the clinic, or the call centre that has it on the phone
     */
    public void prepare(Reported report, AccountId actor) {
        var before =
                applications.find(report.line().application()).orElseThrow().particulars();
        var terminals = report.affected().stream()
                .map(line -> new Terminal(before.terminalName(line), line))
                .toList();
        var opening = report.opening();
        preparations.prepare(
                new Preparation(
                        ApplicationKind.REISSUE,
                        opening.institution(),
                        opening.applicant(),
                        before.contactName(),
                        terminals),
                actor);
    }
}
