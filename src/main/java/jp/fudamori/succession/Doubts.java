package jp.fudamori.succession;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.fudamori.certificate.InstitutionCertificates;
import jp.fudamori.institution.Ending;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionRegistry;
import org.springframework.stereotype.Component;

/** Finds what a person should look at before certificates are revoked for good. */
@Component
class Doubts {

    private final InstitutionRegistry registry;
    private final InstitutionCertificates certificates;
    private final Clock clock;

    Doubts(InstitutionRegistry registry, InstitutionCertificates certificates, Clock clock) {
        this.registry = registry;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** Returns sentences in Japanese; none where the record may be acted on as it stands. */
    List<String> about(Ending ending) {
        var doubts = new ArrayList<String>();
        var old = registry.find(ending.code()).orElseThrow();
        if (ending.closedOn().isBefore(old.registeredOn())) {
            doubts.add("廃止日が、登録日より前です。");
        }
        ending.successor().flatMap(registry::find).ifPresent(successor -> {
            compare(old, successor, doubts);
            if (!certificates.valid(successor.code()).isEmpty()) {
                doubts.add("承継先は、すでに電子証明書を持っています。");
            }
        });
        if (ending.successor().isPresent() && LocalDate.now(clock).isAfter(SuccessionDesk.transitionEnd(ending))) {
            doubts.add("廃止日から%d日を過ぎています。進めると、古い電子証明書はすぐに失効します。".formatted(SuccessionDesk.TRANSITION_DAYS));
        }
        return doubts;
    }

    private static void compare(Institution old, Institution successor, List<String> doubts) {
        if (old.pointTable() != successor.pointTable()) {
            doubts.add("点数表が異なります。");
        }
        if (old.code().prefecture() != successor.code().prefecture()) {
            doubts.add("都道府県が異なります。");
        }
        if (!old.name().equals(successor.name()) && !old.address().equals(successor.address())) {
            doubts.add("名称も所在地も異なります。");
        }
    }
}
