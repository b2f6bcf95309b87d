package jp.fudamori.ca;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ocsp.CertID;
import org.springframework.stereotype.Component;

/** What an answer is made of: the status of the certificates as the database has it, and who signs. */
@Component
class OcspDesk {

    /** How soon a signer that another node made is taken up. */
    private static final Duration LOOKED_UP_EVERY = Duration.ofMinutes(10);

    private final RevocationRecord revocations;
    private final OcspSigners signers;
    private final Map<String, LookedUp> inUse = new ConcurrentHashMap<>();

    OcspDesk(RevocationRecord revocations, OcspSigners signers) {
        this.revocations = revocations;
        this.signers = signers;
    }

    record Asked(CertID id, CertificateStatus status) {}

    private record LookedUp(OcspSigner signer, Instant at) {

        boolean isStillGood(Instant now) {
            return signer.isValidAt(now) && !now.isBefore(at) && now.isBefore(at.plus(LOOKED_UP_EVERY));
        }
    }

    /** @return in the order of the question; what is no serial of ours was never issued */
    List<Asked> statuses(String issuer, List<CertID> asked) {
        return asked.stream()
                .map(id -> new Asked(
                        id,
                        Serial.of(id.getSerialNumber().getValue())
                                .map(serial -> revocations.statusOf(serial, issuer))
                                .orElseGet(() -> new CertificateStatus(false, Optional.empty()))))
                .toList();
    }

    Optional<OcspSigner> signerOf(String issuer, Instant now) {
        var known = inUse.get(issuer);
        if (known != null && known.isStillGood(now)) {
            return Optional.of(known.signer());
        }
        var found = signers.current(issuer);
        found.ifPresent(signer -> inUse.put(issuer, new LookedUp(signer, now)));
        return found;
    }
}
