package jp.fudamori.ca;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import jp.fudamori.ca.OcspSignerRecord.Row;
import jp.fudamori.common.Seal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The signers that answer for each issuer, each for seven days, so that none ever needs to be revoked. */
@Service
public class OcspSigners {

    static final Duration VALIDITY = Duration.ofDays(7);

    /** A new one is made while the old one still has days for somebody to find out why that fails. */
    static final Duration RENEWED_BEFORE_END = Duration.ofDays(4);

    /** For relying parties whose clocks are slow. */
    private static final Duration BACKDATED = Duration.ofHours(1);

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);
    private static final Set<KeyAlgorithm> ELLIPTIC = Set.of(KeyAlgorithm.EC_P256, KeyAlgorithm.EC_P384);

    private final Issuers issuers;
    private final OcspSignerRecord record;
    private final Seal seal;
    private final Clock clock;
    private final TransactionTemplate alone;
    private final SecureRandom random = new SecureRandom();

    OcspSigners(
            Issuers issuers, OcspSignerRecord record, Seal seal, Clock clock, PlatformTransactionManager transactions) {
        this.issuers = issuers;
        this.record = record;
        this.seal = seal;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Makes a new signer for a generation if the present one has less than four days left. What is to be signed is
     * committed before the issuer's key is used, as for every certificate. Nothing is made for a root, whose few
     * certificates are in its list.
     *
     * @return false if there is no such signer, because the key of the generation is not at hand
     */
    public boolean renew(String generation) {
        var issuer = issuers.named(generation);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (isProvided(issuer, now)) {
            return true;
        }
        if (!issuer.canSign()) {
            return false;
        }
        alone.executeWithoutResult(status -> prepare(issuer, now));
        alone.executeWithoutResult(status -> sign(issuer, now));
        return true;
    }

    /** Returns whether the signer of a generation is there for four days more, or needed no longer. */
    public boolean isRenewed(String generation) {
        return isProvided(issuers.named(generation), clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private boolean isProvided(Issuer issuer, Instant now) {
        if (issuer.isRoot() || !now.isBefore(end(issuer))) {
            return true;
        }
        return record.latest(issuer.name(), now, until(issuer, now))
                .flatMap(Row::certificate)
                .isPresent();
    }

    /** The last days of an issuer are not long enough for another signer. */
    private static Instant until(Issuer issuer, Instant now) {
        var wanted = now.plus(RENEWED_BEFORE_END);
        var last = end(issuer).minusSeconds(1);
        return wanted.isBefore(last) ? wanted : last;
    }

    private static Instant end(Issuer issuer) {
        return issuer.certificate().getNotAfter().toInstant();
    }

    private void prepare(Issuer issuer, Instant now) {
        record.lock(issuer.name());
        if (record.latest(issuer.name(), now, until(issuer, now)).isPresent()) {
            return;
        }
        var kind = ELLIPTIC.contains(issuer.algorithm()) ? KeyAlgorithm.EC_P256 : KeyAlgorithm.RSA_2048;
        var pair = kind.generate();
        var serial = Serial.random(random);
        var from = now.minus(BACKDATED);
        var to = now.plus(VALIDITY).isBefore(end(issuer)) ? now.plus(VALIDITY) : end(issuer);
        var tbs = AuthorityCertificates.ocspSigner(issuer, serial, pair.getPublic(), from, to);
        var sealed = seal.seal(pair.getPrivate().getEncoded(), purpose(serial));
        record.add(new Row(serial, issuer.name(), tbs, sealed, Optional.empty()), from, to);
        record.dropBefore(now.minus(FORGOTTEN_AFTER));
    }

    private void sign(Issuer issuer, Instant now) {
        record.lock(issuer.name());
        record.latest(issuer.name(), now, until(issuer, now))
                .filter(row -> row.certificate().isEmpty())
                .ifPresent(row -> record.signed(row.serial(), issuer.certify(row.tbs())));
    }

    /** Returns who answers for a generation now; empty if nobody can. */
    Optional<OcspSigner> current(String generation) {
        var now = clock.instant();
        return record.latest(generation, now, now)
                .flatMap(row -> row.certificate().map(der -> open(row, der)));
    }

    private OcspSigner open(Row row, byte[] der) {
        var certificate = Issuer.certificate(der);
        var kind = KeyAlgorithm.of(certificate.getPublicKey()).orElseThrow();
        var key = kind.privateKey(seal.open(row.privateKey(), purpose(row.serial())));
        return new OcspSigner(row.issuer(), certificate, key);
    }

    private static String purpose(Serial serial) {
        return "ca-ocsp-signer:" + serial;
    }
}
