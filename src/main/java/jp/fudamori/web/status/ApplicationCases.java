package jp.fudamori.web.status;

import java.time.LocalDate;
import java.util.List;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationKind;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.CertificateApplication;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.Replacements;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.notice.LetterDesk;
import jp.fudamori.web.portal.NoSuchPage;
import org.springframework.stereotype.Component;

/** Gathers applications with all that came of them. */
@Component
class ApplicationCases {

    private final ApplicationDesk applications;
    private final CertificateDesk certificates;
    private final LetterDesk letters;
    private final Replacements replacements;
    private final Chronicle chronicle;

    ApplicationCases(
            ApplicationDesk applications,
            CertificateDesk certificates,
            LetterDesk letters,
            Replacements replacements,
            Chronicle chronicle) {
        this.applications = applications;
        this.certificates = certificates;
        this.letters = letters;
        this.replacements = replacements;
        this.chronicle = chronicle;
    }

    /** Asia/Tokyo. */
    LocalDate today() {
        return chronicle.today();
    }

    /**
     * @param number as the URL has it
     * @throws NoSuchPage if there is none, or if it is another institution's
     */
    ApplicationCase of(String number, InstitutionCode institution) {
        return ApplicationNumber.parse(number)
                .flatMap(applications::find)
                .filter(found -> found.particulars().institution().equals(institution))
                .map(this::of)
                .orElseThrow(NoSuchPage::new);
    }

    ApplicationCase of(CertificateApplication application) {
        var number = application.number();
        return new ApplicationCase(
                application,
                chronicle.of(number),
                certificates.issuedOf(number),
                certificates.revokedOf(number),
                letters.of(number),
                isWithdrawn(application),
                chronicle.lettersOf(number));
    }

    /** What a list needs: where each application stands, the newest first, at most a hundred. */
    List<StatusLine> lines(InstitutionCode institution) {
        return applications.of(institution).stream().map(this::line).toList();
    }

    private StatusLine line(CertificateApplication application) {
        var number = application.number();
        var issued = certificates.issuedOf(number);
        return StatusLine.of(
                application,
                isWithdrawn(application) ? NextStep.withdrawn() : NextStep.of(application, issued, letters.of(number)));
    }

    /** A renewal has one line. */
    private boolean isWithdrawn(CertificateApplication application) {
        return application.submission().kind() == ApplicationKind.RENEWAL
                && replacements.isWithdrawn(application.submission().lines().get(0));
    }
}
