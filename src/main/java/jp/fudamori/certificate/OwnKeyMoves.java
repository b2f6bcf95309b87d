package jp.fudamori.certificate;

import java.util.List;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.LineNumber;
import jp.fudamori.application.ReplacementAsked;
import jp.fudamori.application.TerminalsCorrected;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.certificate.OwnKeys.Place;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the keys of clinics follow their terminals through corrections and renewals: what a clinic brought a key for
 * never gets one made here instead. A key that was registered anew meanwhile takes the place of the former one.
 */
@Component
class OwnKeyMoves {

    private final OwnKeys keys;
    private final AuditTrail audit;

    OwnKeyMoves(OwnKeys keys, AuditTrail audit) {
        this.keys = keys;
        this.audit = audit;
    }

    @EventListener
    void on(TerminalsCorrected event) {
        keys.lock(event.institution());
        var waiting = keys.waiting(event.institution()).stream()
                .map(OwnKey::terminalName)
                .toList();
        var bound = keys.boundTo(event.number());
        var terminals = new CorrectedTerminals(
                event.before(),
                event.after(),
                event.after().stream().filter(waiting::contains).toList());
        var places = bound.stream()
                .map(key -> terminals.placeOf(key.line().position() - 1))
                .toList();
        for (int each = 0; each < bound.size(); each++) {
            var hash = bound.get(each).hash();
            var name = places.get(each)
                    .map(event.after()::get)
                    .orElse(event.before().get(bound.get(each).line().position() - 1));
            keep(hash, new Place(event.institution(), name), waiting, event.by());
        }
        claim(event);
    }

    /** A renewal takes the key that waits for its terminal, as every other application does when it comes in. */
    @EventListener
    void on(ReplacementAsked event) {
        keys.claim(event.line());
    }

    /** It waits for its terminal under the name of now, unless a newer one does. */
    private void keep(byte[] hash, Place place, List<String> waiting, AccountId by) {
        if (waiting.contains(place.terminalName())) {
            keys.remove(hash);
            audit.record(by.value(), "own-key-replaced", place.institution().value(), place.terminalName());
        } else {
            keys.await(hash, place);
        }
    }

    private void claim(TerminalsCorrected event) {
        for (int each = 0; each < event.after().size(); each++) {
            keys.claim(
                    new Place(event.institution(), event.after().get(each)), new LineNumber(event.number(), each + 1));
        }
    }
}
