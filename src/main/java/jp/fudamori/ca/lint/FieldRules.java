package jp.fudamori.ca.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Rules for the fields of a certificate but for names, key and extensions. */
final class FieldRules {

    private static final int VERSION_3 = 2;
    private static final int LONGEST_SERIAL_BYTES = 20;
    private static final int FEWEST_SERIAL_BITS = 64;
    private static final int FIRST_YEAR_OF_LONG_FORM = 2050;
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Pattern UTC_TIME = Pattern.compile("\\d{12}Z");
    private static final Pattern GENERALIZED_TIME = Pattern.compile("\\d{14}Z");
    private static final AlgorithmIdentifier SHA256_RSA =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
    private static final AlgorithmIdentifier SHA256_ECDSA =
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    private static final AlgorithmIdentifier SHA384_ECDSA =
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384);

    static final List<Rule> ALL = List.of(
            new Rule("version-3", "RFC 5280, 4.1.2.1", draft -> draft.version() == VERSION_3),
            new Rule("serial-positive-and-short", "RFC 5280, 4.1.2.2", FieldRules::isPositiveAndShort),
            new Rule(
                    "serial-cannot-be-guessed",
                    "CA/Browser Forum, Baseline Requirements, 7.1",
                    draft -> draft.serial().bitLength() >= FEWEST_SERIAL_BITS),
            new Rule(
                    "signature-algorithm-of-issuer",
                    "RFC 5280, 4.1.2.3; RFC 4055, 5; RFC 5758, 3.2",
                    draft -> draft.signature().equals(signatureOf(draft))),
            new Rule("issuer-name-as-in-its-certificate", "RFC 5280, 4.1.2.4 and 6.1.3", FieldRules::namesIssuer),
            new Rule(
                    "time-in-seconds-and-utc",
                    "RFC 5280, 4.1.2.5.1 and 4.1.2.5.2",
                    draft -> draft.times().stream().allMatch(FieldRules::isInSecondsAndUtc)),
            new Rule(
                    "time-form-by-year",
                    "RFC 5280, 4.1.2.5",
                    draft -> draft.times().stream().allMatch(FieldRules::hasFormOfItsYear)),
            new Rule(
                    "validity-begins-before-it-ends",
                    "RFC 5280, 4.1.2.5",
                    draft -> draft.notBefore().isBefore(draft.notAfter())),
            new Rule("validity-not-too-long", "SOURCES: certificate-validity", FieldRules::isShortEnough),
            new Rule("validity-within-that-of-issuer", "SOURCES: ca-validity", FieldRules::isWithinIssuer),
            new Rule(
                    "no-unique-identifiers",
                    "RFC 5280, 4.1.2.8",
                    draft -> draft.tagged(1).isEmpty() && draft.tagged(2).isEmpty()));

    private FieldRules() {}

    private static boolean isPositiveAndShort(Draft draft) {
        var serial = draft.serial();
        return serial.signum() > 0 && serial.toByteArray().length <= LONGEST_SERIAL_BYTES;
    }

    private static AlgorithmIdentifier signatureOf(Draft draft) {
        var key = draft.issuer().getPublicKey();
        if (key instanceof RSAPublicKey) {
            return SHA256_RSA;
        }
        var curve = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getAlgorithm()
                .getParameters();
        return SECObjectIdentifiers.secp256r1.equals(curve) ? SHA256_ECDSA : SHA384_ECDSA;
    }

    private static boolean namesIssuer(Draft draft) {
        var name = X500Name.getInstance(draft.issuer().getSubjectX500Principal().getEncoded());
        return draft.issuerName().toASN1Primitive().equals(name.toASN1Primitive());
    }

    private static boolean isInSecondsAndUtc(Time time) {
        var form = time.toASN1Primitive() instanceof ASN1GeneralizedTime ? GENERALIZED_TIME : UTC_TIME;
        return form.matcher(textOf(time)).matches();
    }

    /** As it is written: the library's own texts fill in what is missing. */
    private static String textOf(Time time) {
        try {
            var der = time.toASN1Primitive().getEncoded(ASN1Encoding.DER);
            return new String(der, 2, der.length - 2, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasFormOfItsYear(Time time) {
        var year = time.getDate().toInstant().atZone(ZoneOffset.UTC).getYear();
        return time.toASN1Primitive() instanceof ASN1GeneralizedTime == year >= FIRST_YEAR_OF_LONG_FORM;
    }

    private static boolean isShortEnough(Draft draft) {
        var lastDay = dayOf(draft.notBefore()).plus(draft.authority().longestValidity());
        return !dayOf(draft.notAfter()).isAfter(lastDay);
    }

    private static LocalDate dayOf(Instant moment) {
        return moment.atZone(TOKYO).toLocalDate();
    }

    private static boolean isWithinIssuer(Draft draft) {
        return !draft.notBefore().isBefore(draft.issuer().getNotBefore().toInstant())
                && !draft.notAfter().isAfter(draft.issuer().getNotAfter().toInstant());
    }
}
