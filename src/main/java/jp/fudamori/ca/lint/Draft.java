package jp.fudamori.ca.lint;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;

/**
 * A TBSCertificate as it was read again from its bytes, field by field: the library's own class would not show what it
 * takes for wrong.
 *
 * @param plain the six fields that every version has, from serial to key
 * @param tagged version, unique identifiers and extensions
 */
record Draft(List<ASN1Encodable> plain, List<ASN1TaggedObject> tagged, Authority authority) {

    private static final int FIELDS = 6;
    private static final int VERSION = 0;
    private static final int EXTENSIONS = 3;

    static Draft read(ASN1Sequence fields, Authority authority) {
        var plain = new ArrayList<ASN1Encodable>();
        var tagged = new ArrayList<ASN1TaggedObject>();
        for (var field : fields) {
            if (field instanceof ASN1TaggedObject one) {
                tagged.add(one);
            } else {
                plain.add(field);
            }
        }
        if (plain.size() != FIELDS) {
            throw new IllegalArgumentException("not a TBSCertificate");
        }
        return new Draft(plain, tagged, authority);
    }

    X509Certificate issuer() {
        return authority.certificate();
    }

    /** As it is written: 2 is version 3. */
    int version() {
        return tagged(VERSION)
                .map(field -> ASN1Integer.getInstance(field, true).intValueExact())
                .orElse(0);
    }

    Optional<ASN1TaggedObject> tagged(int tag) {
        return tagged.stream().filter(field -> field.getTagNo() == tag).findFirst();
    }

    BigInteger serial() {
        return ASN1Integer.getInstance(plain.get(0)).getValue();
    }

    AlgorithmIdentifier signature() {
        return AlgorithmIdentifier.getInstance(plain.get(1));
    }

    X500Name issuerName() {
        return X500Name.getInstance(plain.get(2));
    }

    /** First the beginning, then the end. */
    List<Time> times() {
        return Stream.of(ASN1Sequence.getInstance(plain.get(3)).toArray())
                .map(Time::getInstance)
                .toList();
    }

    Instant notBefore() {
        return times().get(0).getDate().toInstant();
    }

    Instant notAfter() {
        return times().get(1).getDate().toInstant();
    }

    X500Name subject() {
        return X500Name.getInstance(plain.get(4));
    }

    SubjectPublicKeyInfo key() {
        return SubjectPublicKeyInfo.getInstance(plain.get(5));
    }

    /** Each extension as a sequence of two or three elements, doubles included. */
    Stream<ASN1Sequence> rawExtensions() {
        return tagged(EXTENSIONS).stream()
                .flatMap(
                        field -> Stream.of(ASN1Sequence.getInstance(field, true).toArray()))
                .map(ASN1Sequence::getInstance);
    }

    Optional<Extension> extension(ASN1ObjectIdentifier kind) {
        return rawExtensions()
                .filter(raw -> kind.equals(raw.getObjectAt(0)))
                .findFirst()
                .map(Extension::getInstance);
    }
}
