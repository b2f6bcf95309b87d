package jp.fudamori.ca;

import static jp.fudamori.ca.AuthorityReason.KEY_FLAWED;
import static jp.fudamori.ca.AuthorityReason.KEY_KNOWN_TO_OTHERS;
import static jp.fudamori.ca.AuthorityReason.KEY_NOT_ALLOWED;
import static jp.fudamori.ca.AuthorityReason.KEY_OF_AUTHORITY;
import static jp.fudamori.ca.AuthorityReason.KEY_TOO_WEAK;
import static jp.fudamori.ca.AuthorityReason.KEY_USED_BEFORE;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Map;
import jp.fudamori.ca.lint.KeyRule;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * The one gate for keys that others made: when they are offered, when they are approved, and before they are certified.
 */
@DomainService
public class KeyGate {

    /** The longest request, PEM or DER; the largest key in PEM takes a tenth of it. */
    public static final int MOST_BYTES = 16_384;

    private static final int WEAKEST_RSA = 2048;

    private static final Map<KeyRule, String> FLAWS = Map.of(
            KeyRule.EXPONENT_ODD_AND_LARGE, "公開指数は、65537以上で256ビット以下の奇数でなければなりません。",
            KeyRule.NO_SMALL_FACTOR, "この鍵は小さな素数で割り切れるため、使用できません。鍵を作り直してください。",
            KeyRule.NOT_OF_A_BROKEN_CHIP, "この鍵は、欠陥のある装置（ROCA、CVE-2017-15361）で作られた疑いがあるため、使用できません。別の方法で作り直してください。",
            KeyRule.FACTORS_FAR_APART, "この鍵は2つの素数が近すぎるため、使用できません。鍵を作り直してください。",
            KeyRule.POINT_ON_CURVE, "この鍵の公開点が曲線上にないため、使用できません。鍵を作り直してください。");

    private final Profile profile;
    private final Issuers issuers;
    private final Issuances issuances;
    private final KnownKeys known;

    KeyGate(Profile profile, Issuers issuers, Issuances issuances, KnownKeys known) {
        this.profile = profile;
        this.issuers = issuers;
        this.issuances = issuances;
        this.known = known;
    }

    /**
     * Reads PKCS#10 and lets pass only a key that we would certify, of a sender who has the private key.
     *
     * @param request PEM or DER, at most 16 kB
     * @throws Refusal one of {@link AuthorityReason}; nothing else, whatever the bytes are
     */
    public OfferedKey read(byte[] request) {
        var offered = proved(request);
        check(offered.key());
        return offered;
    }

    /** Does what can be done without looking at other keys. */
    static OfferedKey proved(byte[] request) {
        var read = CertificationRequest.parse(request);
        checkNumbers(read.key());
        return read.verified();
    }

    /** @throws Refusal one of {@link AuthorityReason} */
    public void check(PublicKey key) {
        checkNumbers(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
        profile.checkKey(key);
        if (known.contain(key)) {
            throw new Refusal(KEY_KNOWN_TO_OTHERS, "この鍵は、秘密鍵が知られている鍵の一覧にあるため、使用できません。鍵を作り直してください。");
        }
        if (issuers.all().stream()
                .anyMatch(issuer -> isSame(issuer.certificate().getPublicKey(), key))) {
            throw new Refusal(KEY_OF_AUTHORITY, "この鍵は認証局の鍵です。使用できません。");
        }
        if (issuances.hasKey(OfferedKey.hash(key))) {
            throw new Refusal(KEY_USED_BEFORE, "この鍵は、すでに別の電子証明書に使われています。端末ごとに新しい鍵を作成してください。");
        }
    }

    private static boolean isSame(PublicKey one, PublicKey other) {
        return Arrays.equals(OfferedKey.hash(one), OfferedKey.hash(other));
    }

    /** Kind and length first: other rules would work too long on numbers of any length. */
    private static void checkNumbers(SubjectPublicKeyInfo key) {
        if (!KeyRule.KEY_OF_KNOWN_KIND.holdsFor(key)) {
            throw notAllowed(key);
        }
        KeyRule.brokenBy(key).stream().findFirst().ifPresent(rule -> {
            throw new Refusal(KEY_FLAWED, FLAWS.getOrDefault(rule, "この鍵は使用できません。"));
        });
    }

    private static Refusal notAllowed(SubjectPublicKeyInfo key) {
        var bits = rsaBits(key);
        return bits > 0 && bits < WEAKEST_RSA
                ? new Refusal(KEY_TOO_WEAK, "RSA %dビットの鍵は使用できません。%dビット以上が必要です。".formatted(bits, WEAKEST_RSA))
                : new Refusal(KEY_NOT_ALLOWED, "この種類の鍵は使用できません。RSA（2048・3072・4096ビット）か、楕円曲線（P-256・P-384）の鍵を作成してください。");
    }

    private static int rsaBits(SubjectPublicKeyInfo key) {
        try {
            return PKCSObjectIdentifiers.rsaEncryption.equals(key.getAlgorithm().getAlgorithm())
                    ? RSAPublicKey.getInstance(key.getPublicKeyData().getOctets())
                            .getModulus()
                            .bitLength()
                    : 0;
        } catch (RuntimeException e) {
            return 0;
        }
    }
}
