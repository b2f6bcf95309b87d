package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.QUALIFICATION;
import static jp.fudamori.process.application.CertificateApplicationModel.QUALIFIED;
import static jp.fudamori.process.application.CertificateApplicationModel.draftId;

import jp.fudamori.application.DraftDesk;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.institution.Qualification;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

@Component
class ConfirmQualification extends UserStep {

    private static final String MISSING = "利用申請の記録がありません。すでに申請された場合は「はい」を選んでください。担当者が確認し、確認でき次第このまま続けられます。";

    private final DraftDesk desk;
    private final InstitutionRegistry registry;
    private final InstitutionFields fields;

    ConfirmQualification(DraftDesk desk, InstitutionRegistry registry, InstitutionFields fields) {
        this.desk = desk;
        this.registry = registry;
        this.fields = fields;
    }

    @Override
    protected void offer(DelegateTask task) {
        var draft = desk.draft(draftId(task));
        fields.show(task, draft.institution(), draft.applicant());
        QUALIFICATION.show(
                task,
                registry.qualification(draft.institution())
                        .map(ConfirmQualification::describe)
                        .orElse(MISSING));
    }

    @Override
    protected void complete(DelegateTask task) {
        QUALIFIED.set(task.getExecution(), desk.isQualified(draftId(task)));
    }

    static String describe(Qualification qualification) {
        return JapaneseDates.day(qualification.acceptedOn()) + " 受理済み（発行料のお支払い: "
                + qualification.paymentMethod().japanese() + "）";
    }
}
