package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.ACCEPTED_ON;
import static jp.fudamori.process.application.CertificateApplicationModel.PAYMENT_METHOD;
import static jp.fudamori.process.application.CertificateApplicationModel.VERIFIED;
import static jp.fudamori.process.application.CertificateApplicationModel.draftId;

import java.time.LocalDate;
import jp.fudamori.application.DraftDesk;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.institution.Qualification;
import jp.fudamori.institution.Qualification.PaymentMethod;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The clinic says that its 利用申請 was accepted, but our record lacks it: staff look for it and put it on file. */
@Component
class VerifyQualification extends UserStep {

    private enum Reason implements Refusal.Reason {
        RECORD_INCOMPLETE
    }

    private final DraftDesk desk;
    private final InstitutionRegistry registry;
    private final InstitutionFields fields;

    VerifyQualification(DraftDesk desk, InstitutionRegistry registry, InstitutionFields fields) {
        this.desk = desk;
        this.registry = registry;
        this.fields = fields;
    }

    @Override
    protected void offer(DelegateTask task) {
        var draft = desk.draft(draftId(task));
        fields.show(task, draft.institution(), draft.applicant());
    }

    @Override
    protected void complete(DelegateTask task) {
        var acceptedOn = ACCEPTED_ON.take(task);
        var method = PAYMENT_METHOD.take(task);
        if (!VERIFIED.in(task)) {
            VERIFIED.set(task.getExecution(), desk.isQualified(draftId(task))); // it may have come in meanwhile
            return;
        }
        if (acceptedOn.isEmpty() || method.isEmpty()) {
            throw new Refusal(Reason.RECORD_INCOMPLETE, "「確認できた」ときは、受理日と支払方法を入力してください。");
        }
        registry.accept(new Qualification(
                desk.draft(draftId(task)).institution(),
                LocalDate.parse(acceptedOn.orElseThrow()),
                PaymentMethod.valueOf(method.orElseThrow())));
    }
}
