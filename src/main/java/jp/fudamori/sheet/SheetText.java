package jp.fudamori.sheet;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The characters of a file: UTF-8, with or without byte order mark, or else Windows-31J. */
final class SheetText {

    static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SheetText() {}

    /** Reads one byte more than a file may have, so that the caller can tell. */
    static byte[] bytes(InputStream file) {
        try {
            return file.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty where the bytes are text in neither encoding. Japanese in Windows-31J is never valid UTF-8 by chance. */
    static Optional<Reader> decode(byte[] bytes) {
        return decode(bytes, StandardCharsets.UTF_8).or(() -> decode(bytes, WINDOWS_31J));
    }

    private static Optional<Reader> decode(byte[] bytes, Charset charset) {
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            if (text.hasRemaining() && text.charAt(0) == BYTE_ORDER_MARK) {
                text.get();
            }
            return Optional.of(
                    new CharArrayReader(text.array(), text.arrayOffset() + text.position(), text.remaining()));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
