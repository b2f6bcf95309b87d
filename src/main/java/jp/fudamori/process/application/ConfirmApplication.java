package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.ACTION;
import static jp.fudamori.process.application.CertificateApplicationModel.FEE;
import static jp.fudamori.process.application.CertificateApplicationModel.REPETITION;

import jp.fudamori.application.DraftDesk;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The clinic reads all of it once more; which way it goes from here, the gateway behind it decides. */
@Component
class ConfirmApplication extends UserStep {

    private final DraftDesk desk;
    private final DraftFields fields;

    ConfirmApplication(DraftDesk desk, DraftFields fields) {
        this.desk = desk;
        this.fields = fields;
    }

    @Override
    protected void offer(DelegateTask task) {
        ACTION.ask(task);
        var draft = fields.show(task);
        draft.consent()
                .ifPresent(consent -> FEE.show(
                        task, total(consent.amountYen(), draft.terminalNames().size())));
        REPETITION.show(task, Terminals.describe(desk.repetitions(draft.id())));
    }

    @Override
    protected void complete(DelegateTask task) {}

    private static String total(int yen, int terminals) {
        return "%d枚 × %,d円 = 合計 %,d円（税込）".formatted(terminals, yen, terminals * yen);
    }
}
