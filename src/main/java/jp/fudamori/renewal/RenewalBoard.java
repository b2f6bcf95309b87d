package jp.fudamori.renewal;

import java.util.List;
import java.util.Optional;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationKind;
import jp.fudamori.application.CertificateApplication;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.Certificate;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.Replacements;
import jp.fudamori.common.DomainService;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.renewal.RenewalCase.Stage;

/** Tells where renewals stand. */
@DomainService
public class RenewalBoard {

    private final CertificateDesk certificates;
    private final ApplicationDesk applications;
    private final Replacements replacements;
    private final AccountDesk accounts;
    private final RenewalWindow window;

    RenewalBoard(
            CertificateDesk certificates,
            ApplicationDesk applications,
            Replacements replacements,
            AccountDesk accounts,
            RenewalWindow window) {
        this.certificates = certificates;
        this.applications = applications;
        this.replacements = replacements;
        this.accounts = accounts;
        this.window = window;
    }

    /** Returns where the renewal of a certificate stands; empty where nothing was issued for the line. */
    public Optional<RenewalCase> of(LineNumber line) {
        return certificates
                .of(line)
                .filter(found -> !(found instanceof Certificate.Vetted))
                .map(found -> of(line, found));
    }

    /** Returns the account that renews a certificate: that of its institution, or else who applied for it. */
    public AccountId clinicOf(LineNumber line) {
        var particulars = application(line).particulars();
        return accounts.ofInstitution(particulars.institution())
                .map(Account::id)
                .orElse(particulars.applicant());
    }

    /** Returns the open cases of certificates with the same end as this one, itself included, of the same clinic. */
    public List<RenewalCase> besides(LineNumber line) {
        var own = of(line).orElseThrow();
        return certificates.heldBy(own.institution()).stream()
                .filter(held -> held.certificate().notAfter().equals(own.notAfter()))
                .flatMap(held -> of(held.certificate().line()).stream())
                .filter(one -> one.stage() == Stage.OPEN)
                .toList();
    }

    private RenewalCase of(LineNumber line, Certificate found) {
        var particulars = application(line).particulars();
        var replacement = replacements.replacing(line);
        var made = replacement.flatMap(certificates::of);
        return new RenewalCase(
                line,
                particulars.institution(),
                particulars.terminalName(line),
                found.notAfter(),
                stage(particulars.institution(), found, replacement, made),
                replacement,
                made.filter(Issued.class::isInstance).map(Issued.class::cast).map(Issued::downloadUntil));
    }

    private Stage stage(
            InstitutionCode institution,
            Certificate found,
            Optional<LineNumber> replacement,
            Optional<Certificate> made) {
        if (replacement.isPresent()) {
            return isRenewal(replacement.get())
                    ? made.map(this::stageOf).orElse(Stage.IN_THE_MAKING)
                    : Stage.REPLACED_OTHERWISE;
        }
        return window.stage(institution, found);
    }

    private Stage stageOf(Certificate made) {
        if (made instanceof Issued issued) {
            if (!certificates.openOf(made.line().application()).contains(issued)) {
                return Stage.CLOSED;
            }
            return issued.downloads() > 0 ? Stage.FETCHED : Stage.READY;
        }
        return made instanceof Certificate.Vetted ? Stage.IN_THE_MAKING : Stage.OVER;
    }

    private boolean isRenewal(LineNumber line) {
        return application(line).submission().kind() == ApplicationKind.RENEWAL;
    }

    private CertificateApplication application(LineNumber line) {
        return applications.find(line.application()).orElseThrow();
    }
}
