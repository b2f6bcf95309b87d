package jp.fudamori.ca;

import java.net.URI;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import jp.fudamori.MovableClock;
import jp.fudamori.TestAuthority;
import jp.fudamori.ca.AuthoritySettings.ProfileSettings;

/** What an authority does for one certificate, without database: an RSA-2048 holder under an RSA-3072 issuer. */
public final class BareAuthority {

    private static final LocalDateTime BEGIN = LocalDateTime.parse("2026-04-01T09:00");

    private final Issuer issuer = issuer();
    private final KeyPair holder = KeyAlgorithm.RSA_2048.generate();
    private final Profile profile = new Profile(new ProfileSettings(
            URI.create("http://pki.fudamori.example"),
            TestAuthority.PUBLICATION.policies(),
            EnumSet.allOf(KeyAlgorithm.class),
            Period.ofMonths(39)));
    private final CertificatePlan plan = new CertificatePlan(
            new Subject("医療法人社団 髙﨑歯科医院", "MI:JP-1330100016", "1330100016-001"),
            holder.getPublic(),
            BEGIN.plusDays(1).atZone(MovableClock.TOKYO).toInstant(),
            BEGIN.plusMonths(39).atZone(MovableClock.TOKYO).toInstant());
    private final byte[] vetted = vet();
    private final List<X509Certificate> chain = chain();

    private static Issuer issuer() {
        var file = TestKeystore.with(KeyAlgorithm.RSA_3072, BEGIN, Period.ofYears(10));
        return Issuers.in(KeystoreFile.read(file, TestKeystore.PASSWORD), TestKeystore.PASSWORD, "issuing-g1")
                .signing();
    }

    private List<X509Certificate> chain() {
        var certificates = new ArrayList<>(List.of(Issuer.certificate(issuer.certify(vetted))));
        certificates.addAll(issuer.chain());
        return certificates;
    }

    public KeyPair makeKey() {
        return KeyAlgorithm.RSA_2048.generate();
    }

    /** Checks the plan and returns TBSCertificate, DER. */
    public byte[] vet() {
        profile.check(plan, issuer.certificate());
        return profile.write(plan, Serial.random(new SecureRandom()), issuer);
    }

    /** Returns the signature alone. */
    public byte[] sign() {
        return issuer.sign(vetted);
    }

    /** Returns the PKCS#12 file of the form that the server makes by default. */
    public byte[] pack() {
        return Pkcs12Form.MODERN.write(holder.getPrivate(), chain, "受付PC1", "VB7QH-N4WXE-9TAR3-KGY6S");
    }
}
