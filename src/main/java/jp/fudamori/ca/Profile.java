package jp.fudamori.ca;

import static jp.fudamori.ca.AuthorityReason.ISSUER_ENDS_EARLIER;
import static jp.fudamori.ca.AuthorityReason.KEY_NOT_ALLOWED;
import static jp.fudamori.ca.AuthorityReason.KEY_TOO_WEAK;
import static jp.fudamori.ca.AuthorityReason.VALIDITY_NOT_ALLOWED;
import static jp.fudamori.ca.AuthorityReason.VALIDITY_TOO_LONG;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import jp.fudamori.ca.AuthoritySettings.ProfileSettings;
import jp.fudamori.ca.lint.Authority;
import jp.fudamori.common.Refusal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The rules for client certificates, and what such a certificate says [SOURCES: certificate-profile]. */
final class Profile {

    static final String NAME = "client";

    private static final int WEAKEST_RSA = 2048;
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Publication publication;
    private final Set<KeyAlgorithm> keys;
    private final Period longestValidity;

    /** @throws IllegalArgumentException if the settings make no sense; the server must not start with them */
    Profile(ProfileSettings settings) {
        if (settings.keys().isEmpty()) {
            throw new IllegalArgumentException("fudamori.ca.profile.keys is empty");
        }
        if (settings.longestValidity().isNegative()
                || settings.longestValidity().isZero()) {
            throw new IllegalArgumentException("fudamori.ca.profile.longest-validity must be positive");
        }
        publication = new Publication(settings.baseUrl(), settings.policies());
        keys = EnumSet.copyOf(settings.keys());
        longestValidity = settings.longestValidity();
    }

    /** What a certificate must agree with before this issuer signs it. */
    Authority authority(Issuer issuer) {
        return new Authority(issuer.certificate(), publication.baseUrl(), publication.policies(), longestValidity);
    }

    /** @throws Refusal for the first rule that is broken */
    void check(CertificatePlan plan, X509Certificate issuer) {
        checkKey(plan.key());
        SubjectRules.check(plan.subject());
        checkValidity(plan.notBefore(), plan.notAfter());
        checkIssuer(plan, issuer);
    }

    /** @throws Refusal {@code key-too-weak}, {@code key-not-allowed} */
    void checkKey(PublicKey key) {
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < WEAKEST_RSA) {
            throw new Refusal(
                    KEY_TOO_WEAK,
                    "RSA %dビットの鍵は使用できません。%dビット以上が必要です。"
                            .formatted(rsa.getModulus().bitLength(), WEAKEST_RSA));
        }
        if (KeyAlgorithm.of(key).filter(keys::contains).isEmpty()) {
            throw new Refusal(KEY_NOT_ALLOWED, "この鍵（%s）は使用できません。使用できる鍵は%sです。".formatted(key.getAlgorithm(), keys));
        }
    }

    private void checkValidity(Instant notBefore, Instant notAfter) {
        if (notBefore.getNano() != 0 || notAfter.getNano() != 0 || !notBefore.isBefore(notAfter)) {
            throw new Refusal(VALIDITY_NOT_ALLOWED, "有効期間は秒単位で指定し、開始は終了より前でなければなりません。");
        }
        var lastDay = dayOf(notBefore).plus(longestValidity);
        if (dayOf(notAfter).isAfter(lastDay)) {
            throw new Refusal(
                    VALIDITY_TOO_LONG, "有効期間の終了は%sまでです（最長%dか月）。".formatted(lastDay, longestValidity.toTotalMonths()));
        }
    }

    private static void checkIssuer(CertificatePlan plan, X509Certificate issuer) {
        var begin = issuer.getNotBefore().toInstant();
        var end = issuer.getNotAfter().toInstant();
        if (plan.notBefore().isBefore(begin) || plan.notAfter().isAfter(end)) {
            throw new Refusal(ISSUER_ENDS_EARLIER, "認証局証明書の有効期間（%sから%sまで）に収まりません。".formatted(dayOf(begin), dayOf(end)));
        }
    }

    private static LocalDate dayOf(Instant moment) {
        return moment.atZone(TOKYO).toLocalDate();
    }

    /** Returns the DER encoding of TBSCertificate. */
    byte[] write(CertificatePlan plan, Serial serial, Issuer issuer) {
        return new TbsCertificate(
                        serial.number(), issuer.subject(), plan.subject().name(), plan.key())
                .valid(plan.notBefore(), plan.notAfter())
                .critical(Extension.basicConstraints, new BasicConstraints(false))
                .critical(Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature))
                .with(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))
                .with(Extension.subjectKeyIdentifier, KeyIdentifiers.of(plan.key()))
                .with(Extension.authorityKeyIdentifier, KeyIdentifiers.ofIssuer(issuer.certificate()))
                .with(Extension.certificatePolicies, publication.certificatePolicies())
                .with(Extension.cRLDistributionPoints, publication.revocationListOf(issuer.name(), serial))
                .with(Extension.authorityInfoAccess, publication.certificateAndStatusOf(issuer.name()))
                .encode(issuer.algorithm().signatureIdentifier());
    }
}
