package jp.fudamori.renewal;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** When the old certificate gives way to the one that was fetched today. */
@Component
class OldCertificateEnd {

    private final RenewalSettings settings;
    private final Clock clock;

    OldCertificateEnd(RenewalSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns the last day of a certificate: some days from today, and its own end at the latest. */
    LocalDate on(LocalDate notAfter) {
        var day = LocalDate.now(clock).plusDays(settings.supersededAfterDays());
        return day.isBefore(notAfter) ? day : notAfter;
    }
}
