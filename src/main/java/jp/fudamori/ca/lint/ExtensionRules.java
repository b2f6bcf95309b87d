package jp.fudamori.ca.lint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** Rules for the extensions: which, how critical, and what they say. */
final class ExtensionRules {

    private static final Set<ASN1ObjectIdentifier> KNOWN = Set.of(
            Extension.basicConstraints,
            Extension.keyUsage,
            Extension.extendedKeyUsage,
            Extension.subjectKeyIdentifier,
            Extension.authorityKeyIdentifier,
            Extension.certificatePolicies,
            Extension.cRLDistributionPoints,
            Extension.authorityInfoAccess);

    static final List<Rule> ALL = List.of(
            new Rule("no-extension-twice", "RFC 5280, 4.2", ExtensionRules::areAllDifferent),
            new Rule(
                    "no-other-extension",
                    "SOURCES: certificate-profile",
                    draft -> draft.rawExtensions().allMatch(raw -> KNOWN.contains(kind(raw)))),
            new Rule(
                    "no-default-written-out",
                    "ITU-T X.690, 11.5",
                    draft -> draft.rawExtensions().noneMatch(raw -> ASN1Boolean.FALSE.equals(raw.getObjectAt(1)))),
            critical("basic-constraints-no-authority", "RFC 5280, 4.2.1.9", Extension.basicConstraints, isEmpty()),
            critical(
                    "key-usage-digital-signature-only",
                    "RFC 5280, 4.2.1.3; SOURCES: certificate-profile",
                    Extension.keyUsage,
                    (draft, value) -> new KeyUsage(KeyUsage.digitalSignature)
                            .toASN1Primitive()
                            .equals(value.toASN1Primitive())),
            plain(
                    "extended-key-usage-client-only",
                    "RFC 5280, 4.2.1.12",
                    Extension.extendedKeyUsage,
                    (draft, value) -> new DERSequence(KeyPurposeId.id_kp_clientAuth).equals(value)),
            plain(
                    "subject-key-identifier-of-key",
                    "RFC 5280, 4.2.1.2 (1)",
                    Extension.subjectKeyIdentifier,
                    (draft, value) ->
                            Arrays.equals(ASN1OctetString.getInstance(value).getOctets(), identifierOfKey(draft))),
            plain(
                    "authority-key-identifier-of-issuer",
                    "RFC 5280, 4.2.1.1",
                    Extension.authorityKeyIdentifier,
                    (draft, value) -> new AuthorityKeyIdentifier(identifierOfIssuer(draft))
                            .toASN1Primitive()
                            .equals(value)),
            plain(
                    "certificate-policies-of-authority",
                    "RFC 5280, 4.2.1.4; ETSI EN 319 412-2, 4.3.3",
                    Extension.certificatePolicies,
                    PublicationRules::namesPolicies),
            plain(
                    "crl-distribution-point-over-http",
                    "RFC 5280, 4.2.1.13; ETSI EN 319 412-2, 4.3.11",
                    Extension.cRLDistributionPoints,
                    PublicationRules::leadsToLists),
            plain(
                    "authority-information-over-http",
                    "RFC 5280, 4.2.2.1; ETSI EN 319 412-2, 4.4.1",
                    Extension.authorityInfoAccess,
                    PublicationRules::leadsToIssuer));

    private ExtensionRules() {}

    private static Rule critical(
            String name, String source, ASN1ObjectIdentifier kind, BiPredicate<Draft, ASN1Encodable> says) {
        return new Rule(
                name,
                source,
                draft -> draft.extension(kind)
                        .filter(extension -> extension.isCritical() && says.test(draft, extension.getParsedValue()))
                        .isPresent());
    }

    private static Rule plain(
            String name, String source, ASN1ObjectIdentifier kind, BiPredicate<Draft, ASN1Encodable> says) {
        return new Rule(
                name,
                source,
                draft -> draft.extension(kind)
                        .filter(extension -> !extension.isCritical() && says.test(draft, extension.getParsedValue()))
                        .isPresent());
    }

    /** The default, cA FALSE, is not written, and a path length is for authorities only. */
    private static BiPredicate<Draft, ASN1Encodable> isEmpty() {
        return (draft, value) -> ASN1Sequence.getInstance(value).size() == 0;
    }

    private static ASN1ObjectIdentifier kind(ASN1Sequence raw) {
        return ASN1ObjectIdentifier.getInstance(raw.getObjectAt(0));
    }

    private static boolean areAllDifferent(Draft draft) {
        var seen = new HashSet<ASN1ObjectIdentifier>();
        return draft.rawExtensions().allMatch(raw -> seen.add(kind(raw)));
    }

    private static byte[] identifierOfKey(Draft draft) {
        try {
            return MessageDigest.getInstance("SHA-1")
                    .digest(draft.key().getPublicKeyData().getBytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] identifierOfIssuer(Draft draft) {
        var extension = draft.issuer().getExtensionValue(Extension.subjectKeyIdentifier.getId());
        return SubjectKeyIdentifier.getInstance(
                        ASN1OctetString.getInstance(extension).getOctets())
                .getKeyIdentifier();
    }
}
