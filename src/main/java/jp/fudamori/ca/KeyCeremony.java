package jp.fudamori.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** 鍵生成式: makes the keys of root and issuing generations in a keystore file. Never replaces one that is there. */
public final class KeyCeremony {

    private static final Duration ROOT_LIST_VALIDITY = Duration.ofDays(400);

    private final Path file;
    private final char[] password;
    private final AuthorityCertificates certificates;
    private final Clock clock;

    /**
     * @param file PKCS#12 keystore; made if it is not there, readable by its owner only
     * @param organization O of the authority, 1 to 20 characters
     * @param publication what the issuing certificates tell relying parties
     */
    public KeyCeremony(Path file, String password, String organization, Publication publication, Clock clock) {
        this.file = file;
        this.password = password.toCharArray();
        this.certificates = new AuthorityCertificates(organization, publication);
        this.clock = clock;
    }

    /**
     * A generation to be made.
     *
     * @param name entry in the keystore, also part of published addresses and of the common name: {@code issuing-g2}
     * @param validity from now on
     */
    public record Generation(String name, KeyAlgorithm key, Period validity) {

        private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{1,40}");

        public Generation {
            if (!SHAPE.matcher(name).matches()) {
                throw new IllegalArgumentException("not a name for a generation: " + name);
            }
        }
    }

    /**
     * Makes a self-signed root and, beside the keystore, its empty revocation list {@code <name>.crl} for 400 days.
     *
     * @throws IllegalStateException if the keystore has an entry of this name
     */
    public void makeRoot(Generation generation) {
        var keystore = keystoreWithout(generation);
        var pair = generation.key().generate();
        var now = clock.instant();
        var certificate = certificates.root(generation, pair, now);
        var root = new Issuer(generation.name(), List.of(certificate), Optional.of(pair.getPrivate()));
        writeRevocationList(root, now);
        store(keystore, pair, root);
    }

    /**
     * Makes an issuing generation under a root whose key is in the keystore.
     *
     * @throws IllegalStateException if the keystore has an entry of this name, or no such root
     */
    public void makeIssuing(Generation generation, String rootName) {
        var keystore = keystoreWithout(generation);
        var root = Issuers.read(keystore, rootName, password);
        var pair = generation.key().generate();
        var certificate = certificates.issuing(generation, pair.getPublic(), root, clock.instant());
        var chain = List.of(certificate, root.certificate());
        store(keystore, pair, new Issuer(generation.name(), chain, Optional.of(pair.getPrivate())));
    }

    /**
     * Copies the keystore for the server, with the root's certificate in place of its key; the original belongs in a
     * safe.
     *
     * @throws IllegalStateException if {@code copy} exists
     */
    public void copyWithoutKey(String rootName, Path copy) {
        if (Files.exists(copy)) {
            throw new IllegalStateException(copy + " exists");
        }
        var keystore = KeystoreFile.read(file, password);
        try {
            var certificate = keystore.getCertificate(rootName);
            keystore.deleteEntry(rootName);
            keystore.setCertificateEntry(rootName, certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        KeystoreFile.write(keystore, copy, password);
    }

    private KeyStore keystoreWithout(Generation generation) {
        var keystore = Files.exists(file) ? KeystoreFile.read(file, password) : KeystoreFile.empty();
        try {
            if (keystore.containsAlias(generation.name())) {
                throw new IllegalStateException(file + " has " + generation.name() + " already");
            }
            return keystore;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void writeRevocationList(Issuer root, Instant now) {
        var list = RevocationListWriter.write(root, 0, now, ROOT_LIST_VALIDITY);
        try {
            Files.write(RevocationLists.fileOf(root.name(), file), list.der(), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the revocation list of " + root.name(), e);
        }
    }

    private void store(KeyStore keystore, KeyPair pair, Issuer issuer) {
        try {
            var chain = issuer.chain().toArray(Certificate[]::new);
            keystore.setKeyEntry(issuer.name(), pair.getPrivate(), password, chain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        KeystoreFile.write(keystore, file, password);
    }
}
