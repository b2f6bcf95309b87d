package jp.fudamori.certificate;

import java.util.List;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationKind;
import jp.fudamori.ca.RevocationReason;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A certificate that was issued anew makes the old one void, in the transaction that signs it. */
@Component
class Supersession {

    private final Replacements replacements;
    private final ApplicationDesk applications;
    private final RevocationRequestDesk requests;

    Supersession(Replacements replacements, ApplicationDesk applications, RevocationRequestDesk requests) {
        this.replacements = replacements;
        this.applications = applications;
        this.requests = requests;
    }

    @EventListener
    void on(LineIssued event) {
        var kind = applications
                .find(event.line().application())
                .orElseThrow()
                .submission()
                .kind();
        if (kind == ApplicationKind.REISSUE) {
            replacements
                    .replacedBy(event.line())
                    .ifPresent(old -> requests.order(
                            List.of(old), RevocationReason.SUPERSEDED, "certificate", "再発行 " + event.line()));
        }
    }
}
