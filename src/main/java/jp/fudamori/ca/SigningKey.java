package jp.fudamori.ca;

/** A private key of the authority, wherever it lies: it signs, and says no more. */
@FunctionalInterface
interface SigningKey {

    /** @throws IllegalStateException if the key is not at hand */
    byte[] sign(Content content);
}
