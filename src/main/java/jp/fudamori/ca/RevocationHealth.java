package jp.fudamori.ca;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says which revocation list is older than it should be, and whose OCSP signer is missing or ends soon. */
@Component("revocation")
class RevocationHealth implements HealthIndicator {

    /** Half a day later than it is made when all is well. */
    private static final Duration LATE_AFTER = RevocationLists.RENEWED_AFTER.plusHours(12);

    /** A root's list is made by people who must meet for it. */
    private static final Duration TO_MEET = Duration.ofDays(30);

    private static final Duration TO_PUBLISH = Duration.ofMinutes(5);
    private static final Duration TO_RENEW_SIGNER = Duration.ofDays(2);

    private final Issuers issuers;
    private final RevocationLists lists;
    private final PublishedLists stored;
    private final OcspSigners signers;
    private final Clock clock;

    RevocationHealth(Issuers issuers, RevocationLists lists, PublishedLists stored, OcspSigners signers, Clock clock) {
        this.issuers = issuers;
        this.lists = lists;
        this.stored = stored;
        this.signers = signers;
        this.clock = clock;
    }

    @Override
    public Health health() {
        var now = clock.instant();
        var complaints = Stream.concat(
                        issuers.all().stream().flatMap(issuer -> complaints(issuer, now)), unpublished(now).stream())
                .toList();
        return complaints.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("complaints", complaints).build();
    }

    private Optional<String> unpublished(Instant now) {
        return stored.oldestUnpublished()
                .filter(at -> at.plus(TO_PUBLISH).isBefore(now))
                .map("a revocation of %s is in no list yet"::formatted);
    }

    private Stream<String> complaints(Issuer issuer, Instant now) {
        var list = lists.find(issuer.name());
        if (list.isEmpty()) {
            return Stream.of(issuer.name() + " has no revocation list");
        }
        if (issuer.isRoot() && !issuer.canSign()) {
            return ending("the revocation list of " + issuer.name(), list.get().nextUpdate(), now.plus(TO_MEET));
        }
        var oldest = stored.oldest(issuer.name(), 1 + RevocationLists.shards(issuer));
        var late = oldest.plus(LATE_AFTER).isBefore(now)
                ? Stream.of("a revocation list of %s is of %s".formatted(issuer.name(), oldest))
                : Stream.<String>empty();
        return Stream.concat(late, issuer.isRoot() ? Stream.empty() : signer(issuer, now));
    }

    private Stream<String> signer(Issuer issuer, Instant now) {
        var end = issuer.certificate().getNotAfter().toInstant();
        if (now.isAfter(end)) {
            return Stream.empty();
        }
        var wanted = now.plus(TO_RENEW_SIGNER);
        return signers.current(issuer.name())
                .map(signer -> ending(
                        "the OCSP signer of " + issuer.name(),
                        signer.certificate().getNotAfter().toInstant(),
                        wanted.isBefore(end) ? wanted : end))
                .orElseGet(() -> Stream.of(issuer.name() + " has no OCSP signer"));
    }

    private static Stream<String> ending(String what, Instant end, Instant wanted) {
        return end.isBefore(wanted) ? Stream.of("%s ends at %s".formatted(what, end)) : Stream.empty();
    }
}
