package jp.fudamori.ca;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Certificates of an institution that exists for tests only. */
public final class Holders {

    private final CertificateAuthority authority;
    private final Clock clock;

    public Holders(CertificateAuthority authority, Clock clock) {
        this.authority = authority;
        this.clock = clock;
    }

    /** Issues a certificate that is valid from now on. */
    public IssuedCertificate issue(Duration validity) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var subject = new Subject("札幌歯科", "MI:JP-1330100016", "1330100016-001");
        var key = KeyAlgorithm.EC_P256.generate().getPublic();
        var vetted = authority.vet(new CertificatePlan(subject, key, now, now.plus(validity)));
        return authority.sign(vetted.serial());
    }
}
