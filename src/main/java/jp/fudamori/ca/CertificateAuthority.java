package jp.fudamori.ca;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.fudamori.ca.Issuances.Issuance;
import jp.fudamori.ca.lint.CertificateLint;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Seal;

/** Certifies keys in two steps with a commit between them: what will be signed is on record before the key is used. */
@DomainService
public class CertificateAuthority {

    private final Profile profile;
    private final Issuers issuers;
    private final Issuances issuances;
    private final Seal seal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CertificateAuthority(Profile profile, Issuers issuers, Issuances issuances, Seal seal, Clock clock) {
        this.profile = profile;
        this.issuers = issuers;
        this.issuances = issuances;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Checks a plan against the profile, allots a serial and fixes every byte that will be signed. Touches no private
     * key.
     *
     * @throws jp.fudamori.common.Refusal one of {@link AuthorityReason}
     * @throws IllegalStateException if what would be signed breaks one of {@link CertificateLint#rules}
     */
    public VettedCertificate vet(CertificatePlan plan) {
        var issuer = issuers.signing();
        profile.check(plan, issuer.certificate());
        var serial = Serial.random(random);
        var tbs = profile.write(plan, serial, issuer);
        CertificateLint.check(tbs, profile.authority(issuer));
        var tbsSeal = seal.seal(digest(tbs), purpose(serial));
        issuances.add(new Issuance(serial, issuer.name(), tbs, tbsSeal, Optional.empty()), clock.instant());
        return new VettedCertificate(serial, tbs);
    }

    /**
     * Signs exactly the bytes that were vetted, once. Called again, or after a crash, it returns the same certificate.
     *
     * @throws IllegalStateException if the serial was never vetted, the record was tampered with or breaks one of
     *     {@link CertificateLint#rules}, or the key of the generation that was to sign is not at hand
     */
    public IssuedCertificate sign(Serial serial) {
        var issuance = issuances.lock(serial).orElseThrow(() -> new IllegalStateException("never vetted: " + serial));
        var issuer = issuers.named(issuance.issuer());
        var certificate = issuance.certificate().orElseGet(() -> certify(issuance, issuer));
        return new IssuedCertificate(serial, chain(Issuer.certificate(certificate), issuer));
    }

    private byte[] certify(Issuance issuance, Issuer issuer) {
        var vetted = seal.open(issuance.tbsSeal(), purpose(issuance.serial()));
        if (!Arrays.equals(vetted, digest(issuance.tbs()))) {
            throw new IllegalStateException("these bytes were not vetted: " + issuance.serial());
        }
        CertificateLint.check(issuance.tbs(), profile.authority(issuer));
        var certificate = issuer.certify(issuance.tbs());
        issuances.signed(issuance.serial(), certificate, clock.instant());
        return certificate;
    }

    /** Returns the certificate of a generation, by its name in the keystore, e.g. {@code issuing-g1}. */
    public Optional<X509Certificate> certificateOf(String issuer) {
        return issuers.find(issuer).map(Issuer::certificate);
    }

    private static List<X509Certificate> chain(X509Certificate certificate, Issuer issuer) {
        var chain = new ArrayList<X509Certificate>(List.of(certificate));
        chain.addAll(issuer.chain());
        return chain;
    }

    private static String purpose(Serial serial) {
        return "ca-issuance:" + serial;
    }

    private static byte[] digest(byte[] tbs) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(tbs);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
