package jp.fudamori.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** A TBSCertificate in its parts, each of which a test can make wrong; only the key identifier follows the key. */
final class Sketch {

    ASN1Encodable version = new DERTaggedObject(true, 0, new ASN1Integer(2));
    ASN1Encodable serial;
    ASN1Encodable signature;
    ASN1Encodable issuer;
    ASN1Encodable notBefore;
    ASN1Encodable notAfter;
    ASN1Encodable subject;
    SubjectPublicKeyInfo key;
    final List<ASN1Encodable> afterKey = new ArrayList<>();
    final Map<ASN1ObjectIdentifier, ASN1Encodable> extensions = new LinkedHashMap<>();
    final List<ASN1Encodable> moreExtensions = new ArrayList<>();

    private Sketch(ASN1Sequence fields) {
        serial = fields.getObjectAt(1);
        signature = fields.getObjectAt(2);
        issuer = fields.getObjectAt(3);
        var validity = ASN1Sequence.getInstance(fields.getObjectAt(4));
        notBefore = validity.getObjectAt(0);
        notAfter = validity.getObjectAt(1);
        subject = fields.getObjectAt(5);
        key = SubjectPublicKeyInfo.getInstance(fields.getObjectAt(6));
        var all = ASN1Sequence.getInstance(ASN1TaggedObject.getInstance(fields.getObjectAt(7)), true);
        for (var one : all) {
            var extension = ASN1Sequence.getInstance(one);
            extensions.put(ASN1ObjectIdentifier.getInstance(extension.getObjectAt(0)), extension);
        }
    }

    static Sketch of(byte[] tbs) {
        try {
            return new Sketch(ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(tbs)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sketch serial(BigInteger value) {
        serial = new ASN1Integer(value);
        return this;
    }

    Sketch key(SubjectPublicKeyInfo other) {
        key = other;
        try {
            var bits = other.getPublicKeyData().getBytes();
            var name =
                    new SubjectKeyIdentifier(MessageDigest.getInstance("SHA-1").digest(bits));
            return with(Extension.subjectKeyIdentifier, false, name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Sketch without(ASN1ObjectIdentifier kind) {
        extensions.remove(kind);
        return this;
    }

    Sketch with(ASN1ObjectIdentifier kind, boolean critical, ASN1Encodable value) {
        try {
            extensions.put(
                    kind, new Extension(kind, critical, value.toASN1Primitive().getEncoded(ASN1Encoding.DER)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Same content, other criticality. */
    Sketch critical(ASN1ObjectIdentifier kind, boolean critical) {
        var value = Extension.getInstance(extensions.get(kind)).getExtnValue().getOctets();
        extensions.put(kind, new Extension(kind, critical, new DEROctetString(value)));
        return this;
    }

    byte[] encode() {
        var fields = new ASN1EncodableVector();
        fields.add(version);
        fields.add(serial);
        fields.add(signature);
        fields.add(issuer);
        fields.add(new DERSequence(new ASN1Encodable[] {notBefore, notAfter}));
        fields.add(subject);
        fields.add(key);
        afterKey.forEach(fields::add);
        var all = new ASN1EncodableVector();
        extensions.values().forEach(all::add);
        moreExtensions.forEach(all::add);
        fields.add(new DERTaggedObject(true, 3, new DERSequence(all)));
        try {
            return new DERSequence(fields).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** issuerUniqueID, RFC 5280, 4.1.2.8. */
    Sketch uniqueIdentifier() {
        afterKey.add(new DERTaggedObject(false, 1, new DERBitString(new byte[] {1})));
        return this;
    }
}
