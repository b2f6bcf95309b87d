package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.ADDRESS;
import static jp.fudamori.process.application.CertificateApplicationModel.CLASSIFICATION;
import static jp.fudamori.process.application.CertificateApplicationModel.INSTITUTION_CODE;
import static jp.fudamori.process.application.CertificateApplicationModel.INSTITUTION_NAME;
import static jp.fudamori.process.application.CertificateApplicationModel.MAIL;
import static jp.fudamori.process.application.CertificateApplicationModel.PHONE;
import static jp.fudamori.process.application.CertificateApplicationModel.POINT_TABLE;
import static jp.fudamori.process.application.CertificateApplicationModel.PREFECTURE;

import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The fields of a form that our records fill in and that nobody types. */
@Component
class InstitutionFields {

    private final InstitutionRegistry registry;
    private final AccountDesk accounts;

    InstitutionFields(InstitutionRegistry registry, AccountDesk accounts) {
        this.registry = registry;
        this.accounts = accounts;
    }

    void show(DelegateTask task, InstitutionCode code, AccountId applicant) {
        var institution = registry.find(code).orElseThrow();
        show(task, institution);
        MAIL.show(task, accounts.find(applicant).orElseThrow().mail());
    }

    private static void show(DelegateTask task, Institution institution) {
        CLASSIFICATION.show(task, institution.classification().label());
        PREFECTURE.show(task, institution.code().prefecture().label());
        POINT_TABLE.show(task, institution.pointTable().label());
        INSTITUTION_CODE.show(task, institution.code().value());
        INSTITUTION_NAME.show(task, institution.name());
        ADDRESS.show(task, "〒" + institution.postalCode() + " " + institution.address());
        PHONE.show(task, institution.phone());
    }
}
