package jp.fudamori.certificate;

import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionRegistry;
import org.springframework.stereotype.Component;

/** For whom a certificate is made: read from the approved application and the registry, never from a form. */
@Component
class Subscribers {

    private final ApplicationDesk applications;
    private final InstitutionRegistry institutions;

    Subscribers(ApplicationDesk applications, InstitutionRegistry institutions) {
        this.applications = applications;
        this.institutions = institutions;
    }

    record Subscriber(Institution institution, String terminalName) {}

    /** @throws IllegalStateException if the application is not approved: nobody else gets a certificate */
    Subscriber of(ApplicationNumber number) {
        var particulars = applications
                .find(number)
                .filter(Approved.class::isInstance)
                .orElseThrow(() -> new IllegalStateException("not approved: " + number))
                .particulars();
        return new Subscriber(institutions.find(particulars.institution()).orElseThrow(), particulars.terminalName());
    }
}
