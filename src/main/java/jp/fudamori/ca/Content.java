package jp.fudamori.ca;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.Signature;
import java.security.SignatureException;

/** Bytes that are signed, perhaps more than memory should hold; written as often as asked, always the same. */
@FunctionalInterface
interface Content {

    void writeTo(OutputStream out) throws IOException;

    /** Feeds a signature that is being made or checked. */
    default void update(Signature signature) {
        try {
            writeTo(new OutputStream() {
                @Override
                public void write(int oneByte) throws IOException {
                    write(new byte[] {(byte) oneByte}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    try {
                        signature.update(bytes, offset, length);
                    } catch (SignatureException e) {
                        throw new IOException(e);
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
