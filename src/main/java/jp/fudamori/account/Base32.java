package jp.fudamori.account;

/** RFC 4648 6, without padding, as authenticator apps read their secrets. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        int buffer = 0;
        int filled = 0;
        for (byte next : bytes) {
            buffer = buffer << Byte.SIZE | next & 0xFF;
            filled += Byte.SIZE;
            while (filled >= BITS) {
                filled -= BITS;
                text.append(ALPHABET.charAt(buffer >> filled & 0x1F));
            }
            buffer &= (1 << filled) - 1;
        }
        if (filled > 0) {
            text.append(ALPHABET.charAt(buffer << BITS - filled & 0x1F));
        }
        return text.toString();
    }
}
