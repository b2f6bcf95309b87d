package jp.fudamori.process.qualification;

import static jp.fudamori.process.qualification.QualificationApplicationModel.ACTION;
import static jp.fudamori.process.qualification.QualificationApplicationModel.CONTACT_NAME;
import static jp.fudamori.process.qualification.QualificationApplicationModel.PAYMENT;
import static jp.fudamori.process.qualification.QualificationApplicationModel.qualificationId;

import jp.fudamori.process.UserStep;
import jp.fudamori.qualification.QualificationApplication.Writable;
import jp.fudamori.qualification.QualificationDesk;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The clinic reads all of it once more; which way it goes from here, the gateway behind it decides. */
@Component
class ConfirmQualificationEntry extends UserStep {

    private final QualificationDesk desk;
    private final ClinicFields fields;

    ConfirmQualificationEntry(QualificationDesk desk, ClinicFields fields) {
        this.desk = desk;
        this.fields = fields;
    }

    @Override
    protected void offer(DelegateTask task) {
        ACTION.ask(task);
        var application = (Writable) desk.application(qualificationId(task));
        fields.show(task, application.opening());
        application.entry().ifPresent(entry -> {
            PAYMENT.show(task, entry.paymentMethod().japanese());
            CONTACT_NAME.show(task, entry.contact().value());
        });
    }

    @Override
    protected void complete(DelegateTask task) {}
}
