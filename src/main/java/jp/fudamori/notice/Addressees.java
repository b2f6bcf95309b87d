package jp.fudamori.notice;

import java.util.Objects;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.paper.Addressee;
import org.springframework.stereotype.Component;

/** To whom a letter goes: the address is the registry's of today, the person is the application's. */
@Component
class Addressees {

    private final Dossiers dossiers;

    Addressees(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    Addressee of(ApplicationNumber application) {
        return of(dossiers.of(application));
    }

    static Addressee of(Dossier dossier) {
        var institution = dossier.institution();
        return new Addressee(
                institution.postalCode(),
                institution.address(),
                institution.name(),
                dossier.particulars().contactName() + " 様");
    }

    /** Whether the post would bring a letter to another place. */
    static boolean differ(Addressee one, Addressee other) {
        return !Objects.equals(one.postalCode(), other.postalCode()) || !Objects.equals(one.address(), other.address());
    }
}
