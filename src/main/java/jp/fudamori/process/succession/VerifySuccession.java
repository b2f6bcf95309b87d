package jp.fudamori.process.succession;

import static jp.fudamori.process.succession.InstitutionSuccessionModel.ACCEPTED;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.ADDRESS;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.CLOSED_ON;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.DECISION;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.DOUBTS;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.INSTITUTION_CODE;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.INSTITUTION_NAME;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.NOTE;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.SUCCEEDED;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.SUCCESSOR_ADDRESS;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.SUCCESSOR_CODE;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.SUCCESSOR_NAME;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.code;

import java.util.Locale;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.UserStep;
import jp.fudamori.succession.Succession;
import jp.fudamori.succession.SuccessionDesk;
import jp.fudamori.succession.SuccessionDesk.Decision;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

@Component
class VerifySuccession extends UserStep {

    private static final String NONE = "なし（承継のない廃止）";

    private final SuccessionDesk desk;
    private final InstitutionRegistry registry;
    private final CurrentUser user;

    VerifySuccession(SuccessionDesk desk, InstitutionRegistry registry, CurrentUser user) {
        this.desk = desk;
        this.registry = registry;
        this.user = user;
    }

    @Override
    protected void offer(DelegateTask task) {
        var found = desk.of(code(task)).orElseThrow();
        var old = registry.find(found.code()).orElseThrow();
        DOUBTS.show(task, String.join("\n", found.doubts()));
        INSTITUTION_CODE.show(task, found.code().value());
        CLOSED_ON.show(task, JapaneseDates.day(found.ending().closedOn()));
        INSTITUTION_NAME.show(task, old.name());
        ADDRESS.show(task, old.address());
        showSuccessor(task, found);
    }

    private void showSuccessor(DelegateTask task, Succession found) {
        var successor = found.ending().successor();
        var registered = successor.flatMap(registry::find);
        SUCCESSOR_CODE.show(task, successor.map(InstitutionCode::value).orElse(NONE));
        SUCCESSOR_NAME.show(task, registered.map(Institution::name).orElse(""));
        SUCCESSOR_ADDRESS.show(task, registered.map(Institution::address).orElse(""));
    }

    @Override
    protected void complete(DelegateTask task) {
        var decision = Decision.valueOf(DECISION.take(task).orElseThrow().toUpperCase(Locale.ROOT));
        desk.decide(code(task), decision, NOTE.take(task).orElse(""), user.id());
        ACCEPTED.set(task.getExecution(), decision != Decision.WRONG);
        SUCCEEDED.set(task.getExecution(), decision == Decision.SUCCESSION);
    }
}
