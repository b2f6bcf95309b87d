package jp.fudamori.holding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.application.Particulars;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.HeldCertificate;
import jp.fudamori.common.DomainService;
import jp.fudamori.institution.EndingDesk;
import jp.fudamori.institution.InstitutionCode;

/** Lists the certificates of a clinic, and makes labels for its terminals. */
@DomainService
public class HoldingDesk {

    private final CertificateDesk certificates;
    private final ApplicationDesk applications;
    private final EndingDesk endings;
    private final LabelPress press;
    private final Clock clock;

    HoldingDesk(
            CertificateDesk certificates,
            ApplicationDesk applications,
            EndingDesk endings,
            LabelPress press,
            Clock clock) {
        this.certificates = certificates;
        this.applications = applications;
        this.endings = endings;
        this.press = press;
        this.clock = clock;
    }

    /** Returns the certificates of a clinic, the newest first, at most five hundred. */
    public List<Holding> of(InstitutionCode institution) {
        var today = LocalDate.now(clock);
        var ended = endings.hasEnded(institution);
        var known = new HashMap<ApplicationNumber, Particulars>();
        return certificates.heldBy(institution).stream()
                .map(held -> Holding.of(held, terminalName(held, known), ended, today))
                .toList();
    }

    /**
     * Returns labels to be stuck on terminals.
     *
     * @param lines whose; those of other clinics, those that nobody has, and those no terminal may use any more, are
     *     left out
     * @return PDF, A4 with ten labels of 86.4 × 50.8 mm a sheet; empty where no line is left
     */
    public Optional<byte[]> labels(InstitutionCode institution, List<LineNumber> lines) {
        var chosen = of(institution).stream()
                .filter(Holding::isInUse)
                .filter(holding -> lines.contains(holding.line()))
                .toList();
        return chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(press.print(institution, chosen, LocalDate.now(clock)));
    }

    private String terminalName(HeldCertificate held, HashMap<ApplicationNumber, Particulars> known) {
        var line = held.certificate().line();
        var particulars = known.computeIfAbsent(
                line.application(),
                number -> applications.find(number).orElseThrow().particulars());
        return particulars.terminalName(line);
    }
}
