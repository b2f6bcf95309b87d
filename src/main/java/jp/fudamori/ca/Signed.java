package jp.fudamori.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Puts signed content, algorithm and signature together: the SIGNED form of certificates and lists. */
final class Signed {

    private Signed() {}

    static byte[] encode(byte[] content, AlgorithmIdentifier algorithm, byte[] signature) {
        try {
            var parts =
                    new ASN1Encodable[] {ASN1Primitive.fromByteArray(content), algorithm, new DERBitString(signature)};
            return new DERSequence(parts).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
