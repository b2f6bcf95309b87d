package jp.fudamori.ca;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;

/** Parts of DER encodings (X.690) whose whole nobody holds. */
final class Der {

    static final int SEQUENCE = 0x30;
    static final int BIT_STRING = 0x03;

    /** [0] EXPLICIT. */
    static final int CONTEXT_0 = 0xa0;

    private static final int LONG_FORM = 0x80;

    private Der() {}

    static byte[] encode(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] concatenate(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** The tag and the length of a value, without the value. */
    static byte[] header(int tag, long length) {
        if (length < LONG_FORM) {
            return new byte[] {(byte) tag, (byte) length};
        }
        int bytes = (Long.SIZE - Long.numberOfLeadingZeros(length) + 7) / Byte.SIZE;
        var header = new byte[2 + bytes];
        header[0] = (byte) tag;
        header[1] = (byte) (LONG_FORM | bytes);
        for (int i = 0; i < bytes; i++) {
            header[header.length - 1 - i] = (byte) (length >>> (Byte.SIZE * i));
        }
        return header;
    }
}
