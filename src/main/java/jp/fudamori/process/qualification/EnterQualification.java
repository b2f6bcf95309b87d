package jp.fudamori.process.qualification;

import static jp.fudamori.process.qualification.QualificationApplicationModel.CONTACT_NAME;
import static jp.fudamori.process.qualification.QualificationApplicationModel.NOTICE;
import static jp.fudamori.process.qualification.QualificationApplicationModel.PAYMENT_METHOD;
import static jp.fudamori.process.qualification.QualificationApplicationModel.qualificationId;

import jp.fudamori.institution.Qualification.PaymentMethod;
import jp.fudamori.process.UserStep;
import jp.fudamori.qualification.QualificationApplication.Writable;
import jp.fudamori.qualification.QualificationDesk;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The clinic writes its application, or corrects what it wrote. */
@Component
class EnterQualification extends UserStep {

    private final QualificationDesk desk;
    private final ClinicFields fields;
    private final EntryNotice notices;

    EnterQualification(QualificationDesk desk, ClinicFields fields, EntryNotice notices) {
        this.desk = desk;
        this.fields = fields;
        this.notices = notices;
    }

    @Override
    protected void offer(DelegateTask task) {
        var application = (Writable) desk.application(qualificationId(task));
        fields.show(task, application.opening());
        NOTICE.show(task, notices.about(application));
        application.entry().ifPresent(entry -> {
            PAYMENT_METHOD.show(task, entry.paymentMethod().name());
            CONTACT_NAME.show(task, entry.contact().value());
        });
    }

    @Override
    protected void complete(DelegateTask task) {
        desk.enter(
                qualificationId(task),
                CONTACT_NAME.take(task).orElse(""),
                PaymentMethod.valueOf(PAYMENT_METHOD.take(task).orElseThrow()));
    }
}
