package jp.fudamori.ca;

import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** Where the keys of the authority lie: a file that gives them out, or a device that keeps them. */
interface Vault {

    /**
     * Opens it anew.
     *
     * @throws IllegalStateException if it is not at hand, or the password or PIN is wrong
     */
    KeyStore open();

    /** Returns whether there is anything to open; a token is there before its first key. */
    boolean exists();

    /** Protects the entries; the PIN of a device. */
    char[] password();

    /** Changes whenever what {@link #open} would give may have changed. */
    Object state();

    KeyPair generate(KeyAlgorithm algorithm);

    /** Keeps a new key under a name that is not taken. */
    void keep(String name, KeyPair pair, List<X509Certificate> chain);

    /** Returns what signs with a key that {@link #open} gave. */
    SigningKey signer(PrivateKey key, KeyAlgorithm algorithm);
}
