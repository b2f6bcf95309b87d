package jp.fudamori.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.fudamori.TestAuthority;
import jp.fudamori.ca.AuthoritySettings.ProfileSettings;
import jp.fudamori.ca.lint.CertificateLint;
import jp.fudamori.ca.lint.Rule;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds the certificate that breaks it, and only that rule does. */
class CertificateLintTest {

    private static final Issuer ISSUER = TestKeystore.issuer("2026-04-01T09:00", Period.ofYears(10));
    private static final Subject SUBJECT = new Subject("医療法人社団 髙﨑歯科医院", "MI:JP-1330100016", "1330100016-001");
    private static final Profile PROFILE = new Profile(new ProfileSettings(
            TestAuthority.PUBLICATION.baseUrl(),
            TestAuthority.PUBLICATION.policies(),
            EnumSet.allOf(KeyAlgorithm.class),
            Period.ofMonths(39)));
    private static final Map<String, UnaryOperator<Sketch>> BREAKS = breaks();

    private static byte[] proper(KeyAlgorithm algorithm) {
        var plan = new CertificatePlan(
                SUBJECT,
                algorithm.generate().getPublic(),
                Instant.parse("2026-11-20T01:00:00Z"),
                Instant.parse("2030-02-20T14:59:59Z"));
        return PROFILE.write(plan, Serial.random(new SecureRandom()), ISSUER);
    }

    private static List<String> brokenBy(byte[] tbs) {
        return CertificateLint.broken(tbs, PROFILE.authority(ISSUER)).stream()
                .map(Rule::name)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void whatTheProfileWritesBreaksNoRule(KeyAlgorithm algorithm) {
        assertThat(brokenBy(proper(algorithm))).isEmpty();
    }

    static Stream<String> rules() {
        return CertificateLint.rules().stream().map(Rule::name);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleIsBrokenByNothingElse(String rule) {
        var sketch = Sketch.of(proper(KeyAlgorithm.EC_P256));
        var bytes = rule.equals("distinguished-encoding")
                ? Arrays.copyOf(sketch.encode(), sketch.encode().length + 1)
                : BREAKS.get(rule).apply(sketch).encode();

        assertThat(brokenBy(bytes)).containsExactly(rule);
    }

    @Test
    void everyRuleHasANameOfItsOwnAndASource() {
        assertThat(CertificateLint.rules())
                .extracting(Rule::name)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(35);
        assertThat(CertificateLint.rules()).extracting(Rule::source).allMatch(source -> source.length() > 8);
    }

    @Test
    void rubbishIsNotDistinguished() {
        assertThat(brokenBy(new byte[0])).containsExactly("distinguished-encoding");
        assertThat(brokenBy(new byte[] {0x30, (byte) 0x80, 0, 0})).containsExactly("distinguished-encoding");
        assertThat(brokenBy(new byte[] {0x30, 0})).containsExactly("distinguished-encoding");
    }

    @Test
    void aViolationIsNoRefusalAndNamesRuleAndSource() {
        var bad = Sketch.of(proper(KeyAlgorithm.EC_P256))
                .without(Extension.keyUsage)
                .encode();

        assertThatIllegalStateException()
                .isThrownBy(() -> CertificateLint.check(bad, PROFILE.authority(ISSUER)))
                .withMessageContaining("key-usage-digital-signature-only (RFC 5280, 4.2.1.3");
    }

    private static Map<String, UnaryOperator<Sketch>> breaks() {
        var breaks = new LinkedHashMap<String, UnaryOperator<Sketch>>();
        fields(breaks);
        names(breaks);
        keys(breaks);
        extensions(breaks);
        return breaks;
    }

    private static void fields(Map<String, UnaryOperator<Sketch>> breaks) {
        breaks.put("version-3", sketch -> {
            sketch.version = new DERTaggedObject(true, 0, new ASN1Integer(1));
            return sketch;
        });
        breaks.put("serial-positive-and-short", sketch -> sketch.serial(BigInteger.ONE.shiftLeft(159)));
        breaks.put("serial-cannot-be-guessed", sketch -> sketch.serial(BigInteger.valueOf(42)));
        breaks.put("signature-algorithm-of-issuer", sketch -> {
            sketch.signature = new AlgorithmIdentifier(PKCSObjectIdentifiers.sha1WithRSAEncryption);
            return sketch;
        });
        breaks.put("issuer-name-as-in-its-certificate", sketch -> {
            sketch.issuer = new X500NameBuilder()
                    .addRDN(BCStyle.CN, "Fudamori Test issuing-g1")
                    .build();
            return sketch;
        });
        breaks.put("time-in-seconds-and-utc", sketch -> {
            sketch.notBefore = new DERUTCTime("2611201000+0900");
            return sketch;
        });
        breaks.put("time-form-by-year", sketch -> {
            sketch.notAfter = new DERGeneralizedTime("20300220145959Z");
            return sketch;
        });
        breaks.put("validity-begins-before-it-ends", sketch -> {
            sketch.notAfter = sketch.notBefore;
            return sketch;
        });
        breaks.put("validity-not-too-long", sketch -> {
            sketch.notAfter = new DERUTCTime("300220150000Z");
            return sketch;
        });
        breaks.put("validity-within-that-of-issuer", sketch -> {
            sketch.notBefore = new DERUTCTime("260331235959Z");
            sketch.notAfter = new DERUTCTime("290101000000Z");
            return sketch;
        });
        breaks.put("no-unique-identifiers", Sketch::uniqueIdentifier);
    }

    private static UnaryOperator<Sketch> named(
            ASN1Encodable country, ASN1Encodable organization, ASN1Encodable identifier, ASN1Encodable commonName) {
        return sketch -> {
            sketch.subject = new X500NameBuilder()
                    .addRDN(BCStyle.C, country)
                    .addRDN(BCStyle.O, organization)
                    .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, identifier)
                    .addRDN(BCStyle.CN, commonName)
                    .build();
            return sketch;
        };
    }

    private static void names(Map<String, UnaryOperator<Sketch>> breaks) {
        var japan = new DERPrintableString("JP");
        var organization = new DERUTF8String("札幌歯科");
        var identifier = new DERUTF8String("MI:JP-1330100016");
        var name = new DERUTF8String("1330100016-001");
        breaks.put("subject-attributes", sketch -> {
            sketch.subject = new X500NameBuilder()
                    .addRDN(BCStyle.C, japan)
                    .addRDN(BCStyle.CN, name)
                    .build();
            return sketch;
        });
        breaks.put("subject-one-value-each", sketch -> {
            sketch.subject = new X500NameBuilder()
                    .addMultiValuedRDN(
                            new ASN1ObjectIdentifier[] {BCStyle.C, BCStyle.O},
                            new ASN1Encodable[] {japan, organization})
                    .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, identifier)
                    .addRDN(BCStyle.CN, name)
                    .build();
            return sketch;
        });
        breaks.put("country-japan", named(new DERPrintableString("KR"), organization, identifier, name));
        breaks.put("subject-in-utf8", named(japan, new DERPrintableString("Sapporo"), identifier, name));
        breaks.put("subject-lengths", named(japan, new DERUTF8String("歯".repeat(65)), identifier, name));
        breaks.put("subject-visible-text", named(japan, new DERUTF8String("札幌\u202e歯科"), identifier, name));
        breaks.put("organization-identifier-form", named(japan, organization, new DERUTF8String("1330100016"), name));
        breaks.put("common-name-ascii", named(japan, organization, identifier, new DERUTF8String("受付端末")));
    }

    private static void keys(Map<String, UnaryOperator<Sketch>> breaks) {
        breaks.put("key-of-known-kind", sketch -> sketch.key(WeakKeys.infoOf(WeakKeys.pair(1024))));
        breaks.put(
                "exponent-odd-and-large",
                sketch -> sketch.key(WeakKeys.rsa(WeakKeys.modulus(), BigInteger.valueOf(3))));
        breaks.put("no-small-factor", sketch -> sketch.key(WeakKeys.rsa(WeakKeys.withSmallFactor(), WeakKeys.F4)));
        breaks.put("not-of-a-broken-chip", sketch -> sketch.key(WeakKeys.rsa(WeakKeys.ofBrokenChip(), WeakKeys.F4)));
        breaks.put("factors-far-apart", sketch -> sketch.key(WeakKeys.rsa(WeakKeys.withNearFactors(), WeakKeys.F4)));
        breaks.put("point-on-curve", sketch -> {
            var point = sketch.key.getPublicKeyData().getOctets();
            point[64] ^= 1;
            return sketch.key(new SubjectPublicKeyInfo(sketch.key.getAlgorithm(), point));
        });
    }

    private static void extensions(Map<String, UnaryOperator<Sketch>> breaks) {
        breaks.put("no-extension-twice", sketch -> {
            sketch.moreExtensions.add(sketch.extensions.get(Extension.keyUsage));
            return sketch;
        });
        breaks.put(
                "no-other-extension",
                sketch -> sketch.with(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, "clinic.example"))));
        breaks.put("no-default-written-out", sketch -> {
            var usage = Extension.getInstance(sketch.extensions.get(Extension.extendedKeyUsage));
            var parts = new ASN1EncodableVector();
            parts.add(Extension.extendedKeyUsage);
            parts.add(ASN1Boolean.FALSE);
            parts.add(new DEROctetString(usage.getExtnValue().getOctets()));
            sketch.extensions.put(Extension.extendedKeyUsage, new DERSequence(parts));
            return sketch;
        });
        breaks.put(
                "basic-constraints-no-authority",
                sketch -> sketch.with(Extension.basicConstraints, true, new BasicConstraints(true)));
        breaks.put(
                "key-usage-digital-signature-only",
                sketch -> sketch.with(
                        Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation)));
        breaks.put(
                "extended-key-usage-client-only",
                sketch -> sketch.with(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.anyExtendedKeyUsage)));
        breaks.put(
                "subject-key-identifier-of-key",
                sketch -> sketch.with(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(new byte[20])));
        breaks.put(
                "authority-key-identifier-of-issuer",
                sketch ->
                        sketch.with(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[20])));
        breaks.put("certificate-policies-of-authority", sketch -> sketch.critical(Extension.certificatePolicies, true));
        breaks.put("crl-distribution-point-over-http", sketch -> {
            var address = new GeneralNames(
                    new GeneralName(GeneralName.uniformResourceIdentifier, "ldap://pki.fudamori.example/cn=g1"));
            return sketch.with(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                new DistributionPoint(new DistributionPointName(address), null, null)
            }));
        });
        breaks.put("authority-information-over-http", sketch -> sketch.without(Extension.authorityInfoAccess));
    }

    @ParameterizedTest
    @EnumSource(value = KeyAlgorithm.class, names = "EC_.*", mode = EnumSource.Mode.MATCH_ALL)
    void noExtensionMayBeMissingOrOtherwiseCritical(KeyAlgorithm algorithm) {
        var kinds = Sketch.of(proper(algorithm)).extensions.keySet();

        for (var kind : List.copyOf(kinds)) {
            assertThat(brokenBy(Sketch.of(proper(algorithm)).without(kind).encode()))
                    .as(kind.getId())
                    .hasSize(1);
            var critical = Extension.getInstance(
                            Sketch.of(proper(algorithm)).extensions.get(kind))
                    .isCritical();
            assertThat(brokenBy(Sketch.of(proper(algorithm))
                            .critical(kind, !critical)
                            .encode()))
                    .as("criticality of " + kind.getId())
                    .hasSize(1);
        }
    }
}
