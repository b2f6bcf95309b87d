package jp.fudamori.process.qualification;

import static jp.fudamori.process.qualification.QualificationApplicationModel.ADDRESS;
import static jp.fudamori.process.qualification.QualificationApplicationModel.CLASSIFICATION;
import static jp.fudamori.process.qualification.QualificationApplicationModel.INSTITUTION_CODE;
import static jp.fudamori.process.qualification.QualificationApplicationModel.INSTITUTION_NAME;
import static jp.fudamori.process.qualification.QualificationApplicationModel.MAIL;
import static jp.fudamori.process.qualification.QualificationApplicationModel.PHONE;

import jp.fudamori.account.AccountDesk;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.institution.Qualification;
import jp.fudamori.qualification.QualificationApplication.Opening;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The fields of a form that our records fill in and that nobody types. */
@Component
class ClinicFields {

    private final InstitutionRegistry registry;
    private final AccountDesk accounts;

    ClinicFields(InstitutionRegistry registry, AccountDesk accounts) {
        this.registry = registry;
        this.accounts = accounts;
    }

    void show(DelegateTask task, Opening opening) {
        var institution = registry.find(opening.institution()).orElseThrow();
        INSTITUTION_NAME.show(task, institution.name());
        INSTITUTION_CODE.show(task, institution.code().value());
        CLASSIFICATION.show(task, institution.classification().label());
        ADDRESS.show(task, "〒" + institution.postalCode() + " " + institution.address());
        PHONE.show(task, institution.phone());
        MAIL.show(task, accounts.find(opening.applicant()).orElseThrow().mail());
    }

    /** What the registry has on file before this application: {@code 2026年4月1日（水） 受理済み（支払方法: …）}. */
    String onFile(InstitutionCode code) {
        return registry.qualification(code).map(ClinicFields::describe).orElse("記録なし");
    }

    private static String describe(Qualification qualification) {
        return "%s 受理済み（支払方法: %s）"
                .formatted(
                        JapaneseDates.day(qualification.acceptedOn()),
                        qualification.paymentMethod().japanese());
    }
}
