package jp.fudamori.ca;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jp.fudamori.common.DomainService;
import org.springframework.context.ApplicationEventPublisher;

/** 失効: which certificates are void, why and since when. What is revoked stays revoked. */
@DomainService
public class Revocations {

    private final RevocationRecord record;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Revocations(RevocationRecord record, ApplicationEventPublisher events, Clock clock) {
        this.record = record;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Revokes a certificate now; announces {@link CertificateRevoked}.
     *
     * @return false if it was revoked before: time and reason of the first revocation stay
     * @throws IllegalStateException if this authority never vetted such a certificate
     */
    public boolean revoke(Serial serial, RevocationReason reason) {
        var revocation = new Revocation(serial, reason, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        var issuance = record.issuanceOf(serial);
        var isFirst = record.add(revocation, issuance);
        if (isFirst) {
            events.publishEvent(new CertificateRevoked(serial, issuance.issuer()));
        }
        return isFirst;
    }

    /** Returns the revocation of a certificate; empty for one that is not revoked, or not ours. */
    public Optional<Revocation> of(Serial serial) {
        return record.find(serial);
    }
}
