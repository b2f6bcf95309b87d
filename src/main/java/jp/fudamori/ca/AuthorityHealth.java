package jp.fudamori.ca;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says whether certificates could be signed now, by signing a sentence that is no certificate. */
@Component("authority")
class AuthorityHealth implements HealthIndicator {

    private static final byte[] SENTENCE = "is the key at hand?".getBytes(StandardCharsets.US_ASCII);

    private final Issuers issuers;

    AuthorityHealth(Issuers issuers) {
        this.issuers = issuers;
    }

    @Override
    public Health health() {
        var health = isKeyAtHand() ? Health.up() : Health.down();
        issuers.nextTakeover()
                .ifPresent(next -> health.withDetail("next", next.issuer())
                        .withDetail("from", next.from().toString())
                        .withDetail(
                                "nextHasKey",
                                issuers.find(next.issuer())
                                        .filter(Issuer::canSign)
                                        .isPresent()));
        return health.withDetail("issuing", issuers.signingName()).build();
    }

    private boolean isKeyAtHand() {
        try {
            return issuers.signing().sign(SENTENCE).length > 0;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
