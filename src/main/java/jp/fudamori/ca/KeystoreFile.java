package jp.fudamori.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** The PKCS#12 file in which the generations of the authority lie. */
final class KeystoreFile {

    private KeystoreFile() {}

    static KeyStore read(Path file, char[] password) {
        try (var in = Files.newInputStream(file)) {
            var keystore = KeyStore.getInstance("PKCS12");
            keystore.load(in, password);
            return keystore;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the keystore " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot read the keystore " + file, e);
        }
    }

    static KeyStore empty() {
        try {
            var keystore = KeyStore.getInstance("PKCS12");
            keystore.load(null, null);
            return keystore;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a file that only its owner can read, whole or not at all. */
    static void write(KeyStore keystore, Path file, char[] password) {
        try {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "keystore", ".draft", ownerOnly);
            try (var out = Files.newOutputStream(draft)) {
                keystore.store(out, password);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the keystore " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot write the keystore " + file, e);
        }
    }
}
