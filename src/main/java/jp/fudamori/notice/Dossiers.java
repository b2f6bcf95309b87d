package jp.fudamori.notice;

import java.util.List;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.institution.Qualification;
import jp.fudamori.institution.Qualification.PaymentMethod;
import org.springframework.stereotype.Component;

/** Gathers what the desks know; what is missing here is a failure of the machine, for it was there at submission. */
@Component
class Dossiers {

    private final ApplicationDesk applications;
    private final InstitutionRegistry institutions;
    private final AccountDesk accounts;

    Dossiers(ApplicationDesk applications, InstitutionRegistry institutions, AccountDesk accounts) {
        this.applications = applications;
        this.institutions = institutions;
        this.accounts = accounts;
    }

    Dossier of(ApplicationNumber number) {
        var application =
                applications.find(number).orElseThrow(() -> new IllegalStateException("no application " + number));
        var particulars = application.particulars();
        return new Dossier(application, institution(particulars.institution()), account(particulars.applicant()));
    }

    List<Account> inRole(Role role) {
        return accounts.inRole(role);
    }

    Institution institution(InstitutionCode code) {
        return institutions.find(code).orElseThrow(() -> new IllegalStateException("no institution " + code));
    }

    /** Without a 利用申請 on file the fee is deducted [SOURCES: payment-method]. */
    PaymentMethod paymentMethod(InstitutionCode code) {
        return institutions
                .qualification(code)
                .map(Qualification::paymentMethod)
                .orElse(PaymentMethod.DEDUCTION);
    }

    Account account(AccountId id) {
        return accounts.find(id).orElseThrow(() -> new IllegalStateException("no account " + id));
    }
}
