package jp.fudamori.renewal;

import java.time.Clock;
import java.time.LocalDate;
import jp.fudamori.certificate.Certificate;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.institution.EndingDesk;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.renewal.RenewalCase.Stage;
import org.springframework.stereotype.Component;

/** Whether a certificate that nothing replaces can be renewed today. */
@Component
class RenewalWindow {

    private final EndingDesk endings;
    private final Clock clock;

    RenewalWindow(EndingDesk endings, Clock clock) {
        this.endings = endings;
        this.clock = clock;
    }

    Stage stage(InstitutionCode institution, Certificate found) {
        var today = LocalDate.now(clock);
        if (!(found instanceof Issued) || today.isAfter(found.notAfter())) {
            return Stage.OVER;
        }
        if (endings.hasEnded(institution)) {
            return Stage.CODE_ENDED;
        }
        return today.isBefore(found.notAfter().minusDays(RenewalDesk.WINDOW_DAYS)) ? Stage.TOO_EARLY : Stage.OPEN;
    }
}
