package jp.fudamori.certificate;

import java.util.List;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationKind;
import jp.fudamori.ca.RevocationReason;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A certificate that was issued anew makes the old ones void, in the transaction that signs it: the one in whose place
 * it comes, and what that one had replaced, where a renewal left it valid.
 */
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
            for (var older : replacements.allReplacedBy(event.line())) {
                requests.order(List.of(older), RevocationReason.SUPERSEDED, "certificate", "再発行 " + event.line());
            }
        }
    }
}
