package jp.fudamori.certificate;

import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.LineNumber;
import jp.fudamori.institution.EndingDesk;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionRegistry;
import org.springframework.stereotype.Component;

/** For whom a certificate is made: read from the approved application and the registry, never from a form. */
@Component
class Subscribers {

    private final ApplicationDesk applications;
    private final InstitutionRegistry institutions;
    private final EndingDesk endings;

    Subscribers(ApplicationDesk applications, InstitutionRegistry institutions, EndingDesk endings) {
        this.applications = applications;
        this.institutions = institutions;
        this.endings = endings;
    }

    record Subscriber(Institution institution, String terminalName) {}

    /** @throws IllegalStateException if the line is not approved: nobody else gets a certificate */
    Subscriber of(LineNumber line) {
        var particulars = applications
                .find(line.application())
                .filter(Approved.class::isInstance)
                .map(Approved.class::cast)
                .filter(approved -> approved.lines().contains(line))
                .orElseThrow(() -> new IllegalStateException("not approved: " + line))
                .particulars();
        return new Subscriber(
                institutions.find(particulars.institution()).orElseThrow(), particulars.terminalName(line));
    }

    /** @throws jp.fudamori.common.Refusal {@code institution-ended} */
    void requireRunning(Subscriber subscriber) {
        endings.requireRunning(subscriber.institution().code());
    }
}
