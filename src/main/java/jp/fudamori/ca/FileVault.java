package jp.fudamori.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;

/** A PKCS#12 file. Its keys come into our memory, but count as gone when the file is gone. */
record FileVault(Path file, char[] password) implements Vault {

    private static final String GONE = "gone";

    @Override
    public KeyStore open() {
        try {
            return KeystoreFile.read(file, password);
        } catch (UncheckedIOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public boolean exists() {
        return Files.exists(file);
    }

    @Override
    public Object state() {
        try {
            return Files.getLastModifiedTime(file) + "/" + Files.size(file);
        } catch (NoSuchFileException e) {
            return GONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public KeyPair generate(KeyAlgorithm algorithm) {
        return algorithm.generate();
    }

    @Override
    public void keep(String name, KeyPair pair, List<X509Certificate> chain) {
        try {
            var keystore = exists() ? open() : KeystoreFile.empty();
            keystore.setKeyEntry(name, pair.getPrivate(), password, chain.toArray(Certificate[]::new));
            KeystoreFile.write(keystore, file, password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot keep " + name, e);
        }
    }

    @Override
    public SigningKey signer(PrivateKey key, KeyAlgorithm algorithm) {
        return content -> algorithm.sign(key, content);
    }
}
