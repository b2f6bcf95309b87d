package jp.fudamori.ca.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/** One thing a public key must be, whoever made it; reads SubjectPublicKeyInfo, needs no other key. */
public enum KeyRule {
    /** RSA of 2048, 3072 or 4096 bits, P-256 or P-384, with exactly the parameters that belong to it. */
    KEY_OF_KNOWN_KIND("RFC 3279, 2.3.1; RFC 5480, 2.1.1; SOURCES: certificate-profile", KeyRule::isOfKnownKind),

    EXPONENT_ODD_AND_LARGE("CA/Browser Forum, Baseline Requirements, 6.1.6", rsa(RsaNumbers::hasGoodExponent)),

    NO_SMALL_FACTOR("CA/Browser Forum, Baseline Requirements, 6.1.6", rsa(RsaNumbers::hasNoSmallFactor)),

    NOT_OF_A_BROKEN_CHIP(
            "CVE-2017-15361 (ROCA); CA/Browser Forum, Baseline Requirements, 6.1.1.3",
            rsa(RsaNumbers::isNotOfBrokenChip)),

    FACTORS_FAR_APART("CA/Browser Forum, Baseline Requirements, 6.1.1.3 (Fermat)", rsa(RsaNumbers::hasFactorsFarApart)),

    POINT_ON_CURVE("NIST SP 800-56A Rev. 3, 5.6.2.3.3; RFC 5480, 2.2", KeyRule::isPointOnCurve);

    private static final byte UNCOMPRESSED = 4;

    private final String source;
    private final transient Predicate<SubjectPublicKeyInfo> holds;

    KeyRule(String source, Predicate<SubjectPublicKeyInfo> holds) {
        this.source = source;
        this.holds = holds;
    }

    public String ruleName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String source() {
        return source;
    }

    /** What cannot be read does not hold. */
    public boolean holdsFor(SubjectPublicKeyInfo key) {
        try {
            return holds.test(key);
        } catch (RuntimeException e) {
            return false;
        }
    }

    public static List<KeyRule> brokenBy(SubjectPublicKeyInfo key) {
        return Arrays.stream(values()).filter(rule -> !rule.holdsFor(key)).toList();
    }

    /** Holds for every key that is not RSA. */
    private static Predicate<SubjectPublicKeyInfo> rsa(Predicate<RSAPublicKey> holds) {
        return key -> !isRsa(key) || holds.test(rsaKey(key));
    }

    private static boolean isOfKnownKind(SubjectPublicKeyInfo key) {
        var parameters = key.getAlgorithm().getParameters();
        if (isRsa(key)) {
            return DERNull.INSTANCE.equals(parameters) && RsaNumbers.hasKnownLength(rsaKey(key));
        }
        return isElliptic(key)
                && (SECObjectIdentifiers.secp256r1.equals(parameters)
                        || SECObjectIdentifiers.secp384r1.equals(parameters));
    }

    private static boolean isRsa(SubjectPublicKeyInfo key) {
        return PKCSObjectIdentifiers.rsaEncryption.equals(key.getAlgorithm().getAlgorithm());
    }

    private static RSAPublicKey rsaKey(SubjectPublicKeyInfo key) {
        return RSAPublicKey.getInstance(key.getPublicKeyData().getOctets());
    }

    private static boolean isElliptic(SubjectPublicKeyInfo key) {
        return X9ObjectIdentifiers.id_ecPublicKey.equals(key.getAlgorithm().getAlgorithm());
    }

    /** Both coordinates written out, below the field's prime, on the curve and not its zero; holds for other curves. */
    private static boolean isPointOnCurve(SubjectPublicKeyInfo key) {
        if (!isElliptic(key) || !isOfKnownKind(key)) {
            return true;
        }
        var curve = SECObjectIdentifiers.secp256r1.equals(key.getAlgorithm().getParameters()) ? "P-256" : "P-384";
        var point = key.getPublicKeyData().getOctets();
        return point[0] == UNCOMPRESSED
                && CustomNamedCurves.getByName(curve)
                        .getCurve()
                        .decodePoint(point)
                        .isValid();
    }
}
