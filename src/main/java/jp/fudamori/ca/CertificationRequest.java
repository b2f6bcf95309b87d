package jp.fudamori.ca;

import static jp.fudamori.ca.AuthorityReason.REQUEST_NOT_READABLE;
import static jp.fudamori.ca.AuthorityReason.REQUEST_NOT_SIGNED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import jp.fudamori.common.Refusal;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.style.RFC4519Style;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * PKCS#10 (RFC 2986) from people whom nobody knows: whatever the bytes are, the worst that comes of it is a refusal.
 */
final class CertificationRequest {

    private static final int LONGEST_SUBJECT = 300;
    private static final Pattern PEM = Pattern.compile(
            "\\s*-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----([A-Za-z0-9+/=\\s]{1,%d})-----END (?:NEW )?CERTIFICATE REQUEST-----\\s*"
                    .formatted(KeyGate.MOST_BYTES));

    private static final Map<ASN1ObjectIdentifier, String> SIGNATURES = Map.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption, "SHA256withRSA",
            PKCSObjectIdentifiers.sha384WithRSAEncryption, "SHA384withRSA",
            PKCSObjectIdentifiers.sha512WithRSAEncryption, "SHA512withRSA",
            X9ObjectIdentifiers.ecdsa_with_SHA256, "SHA256withECDSA",
            X9ObjectIdentifiers.ecdsa_with_SHA384, "SHA384withECDSA",
            X9ObjectIdentifiers.ecdsa_with_SHA512, "SHA512withECDSA");

    private final org.bouncycastle.asn1.pkcs.CertificationRequest request;
    private final byte[] der;

    private CertificationRequest(org.bouncycastle.asn1.pkcs.CertificationRequest request, byte[] der) {
        this.request = request;
        this.der = der;
    }

    /** @throws Refusal {@code request-not-readable} */
    static CertificationRequest parse(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > KeyGate.MOST_BYTES) {
            throw notReadable();
        }
        try {
            var primitive = ASN1Primitive.fromByteArray(decoded(bytes));
            var request = org.bouncycastle.asn1.pkcs.CertificationRequest.getInstance(primitive);
            // reads what the library reads only when it is asked, and makes it one form
            var der = request.getEncoded(ASN1Encoding.DER);
            var parsed = new CertificationRequest(request, der);
            parsed.key().getEncoded(ASN1Encoding.DER);
            parsed.subject();
            return parsed;
        } catch (IOException | RuntimeException e) {
            throw notReadable();
        }
    }

    private static byte[] decoded(byte[] bytes) {
        var pem = PEM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        return pem.matches() ? Base64.getMimeDecoder().decode(pem.group(1)) : bytes;
    }

    private static Refusal notReadable() {
        return new Refusal(REQUEST_NOT_READABLE, "証明書署名要求（PKCS#10）として読み取れません。「-----」で始まる先頭の行から末尾の行までの全文か、そのファイルが必要です。");
    }

    SubjectPublicKeyInfo key() {
        return request.getCertificationRequestInfo().getSubjectPublicKeyInfo();
    }

    private String subject() {
        var name = RFC4519Style.INSTANCE.toString(
                request.getCertificationRequestInfo().getSubject());
        var visible = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}<>]", "?");
        return visible.length() <= LONGEST_SUBJECT ? visible : visible.substring(0, LONGEST_SUBJECT) + "…";
    }

    /**
     * Proves that the sender has the private key.
     *
     * @throws Refusal {@code request-not-signed}
     */
    OfferedKey verified() {
        try {
            var spki = key().getEncoded(ASN1Encoding.DER);
            var factory = KeyFactory.getInstance(isRsa() ? "RSA" : "EC");
            var key = factory.generatePublic(new X509EncodedKeySpec(spki));
            if (!Arrays.equals(spki, key.getEncoded()) || !isSignedWith(key)) {
                throw notSigned();
            }
            return new OfferedKey(key, der.clone(), subject());
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw notSigned();
        }
    }

    private boolean isRsa() {
        return PKCSObjectIdentifiers.rsaEncryption.equals(key().getAlgorithm().getAlgorithm());
    }

    private boolean isSignedWith(java.security.PublicKey key) throws IOException, GeneralSecurityException {
        var name = SIGNATURES.get(request.getSignatureAlgorithm().getAlgorithm());
        if (name == null || !name.endsWith(isRsa() ? "RSA" : "ECDSA")) {
            return false;
        }
        var signature =
                Signature.getInstance(name, (isRsa() ? KeyAlgorithm.RSA_2048 : KeyAlgorithm.EC_P256).provider());
        signature.initVerify(key);
        signature.update(request.getCertificationRequestInfo().getEncoded(ASN1Encoding.DER));
        return signature.verify(request.getSignature().getOctets());
    }

    private static Refusal notSigned() {
        return new Refusal(REQUEST_NOT_SIGNED, "証明書署名要求の署名を、その公開鍵で確認できませんでした。同じ秘密鍵で、SHA-256以上を使って作り直してください。");
    }
}
