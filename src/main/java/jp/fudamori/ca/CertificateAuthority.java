package jp.fudamori.ca;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.fudamori.ca.Issuances.Issuance;
import jp.fudamori.ca.lint.CertificateLint;
import jp.fudamori.common.DomainService;

/** Certifies keys in two steps with a commit between them: what will be signed is on record before the key is used. */
@DomainService
public class CertificateAuthority {

    private final Profile profile;
    private final Issuers issuers;
    private final KeyGate gate;
    private final Issuances issuances;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CertificateAuthority(Profile profile, Issuers issuers, KeyGate gate, Issuances issuances, Clock clock) {
        this.profile = profile;
        this.issuers = issuers;
        this.gate = gate;
        this.issuances = issuances;
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
        gate.check(plan.key());
        var serial = Serial.random(random);
        var tbs = profile.write(plan, serial, issuer);
        CertificateLint.check(tbs, profile.authority(issuer));
        var vetted = new VettedCertificate(serial, tbs);
        issuances.add(vetted, issuer.name(), OfferedKey.hash(plan.key()), clock.instant());
        return vetted;
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
        issuances.verify(issuance);
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
}
