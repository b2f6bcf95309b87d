package jp.fudamori.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** 鍵生成式: makes the keys of root and issuing generations in a keystore file. Never replaces one that is there. */
public final class KeyCeremony {

    private static final Duration ROOT_LIST_VALIDITY = Duration.ofDays(400);

    private final Path file;
    private final Vault vault;
    private final AuthorityCertificates certificates;
    private final Clock clock;

    /**
     * @param file PKCS#12 keystore; made if it is not there, readable by its owner only
     * @param organization O of the authority, 1 to 20 characters
     * @param publication what the issuing certificates tell relying parties
     */
    public KeyCeremony(Path file, String password, String organization, Publication publication, Clock clock) {
        this(file, new FileVault(file, password.toCharArray()), organization, publication, clock);
    }

    /** @param file where the vault is described, or is; the root's list is laid beside it */
    KeyCeremony(Path file, Vault vault, String organization, Publication publication, Clock clock) {
        this.file = file;
        this.vault = vault;
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
        refuseTaken(generation);
        var pair = vault.generate(generation.key());
        var now = clock.instant();
        var key = vault.signer(pair.getPrivate(), generation.key());
        var certificate = certificates.root(generation, pair.getPublic(), key, now);
        writeRevocationList(new Issuer(generation.name(), List.of(certificate), Optional.of(key)), now);
        vault.keep(generation.name(), pair, List.of(certificate));
    }

    /**
     * Makes an issuing generation under a root whose key is at hand.
     *
     * @throws IllegalStateException if the keystore has an entry of this name, or no such root
     */
    public void makeIssuing(Generation generation, String rootName) {
        makeIssuing(generation, generation(rootName));
    }

    void makeIssuing(Generation generation, Issuer root) {
        refuseTaken(generation);
        var pair = vault.generate(generation.key());
        var certificate = certificates.issuing(generation, pair.getPublic(), root, clock.instant());
        vault.keep(generation.name(), pair, List.of(certificate, root.certificate()));
    }

    /** @throws IllegalStateException if there is none of this name */
    Issuer generation(String name) {
        return Optional.ofNullable(Generations.read(vault).get(name))
                .orElseThrow(() -> new IllegalStateException(file + " has no " + name));
    }

    /**
     * Copies the keystore for the server, with the root's certificate in place of its key; the original belongs in a
     * safe.
     *
     * @throws IllegalStateException if {@code copy} exists
     */
    public void copyWithoutKey(String rootName, Path copy) {
        copyWithoutKey(rootName, copy, vault.password());
    }

    /** @param password of the copy; the server need not know the one of the original */
    void copyWithoutKey(String rootName, Path copy, char[] password) {
        if (Files.exists(copy)) {
            throw new IllegalStateException(copy + " exists");
        }
        var original = vault.open();
        var keystore = KeystoreFile.empty();
        try {
            for (var name : Collections.list(original.aliases())) {
                if (name.equals(rootName) || !original.isKeyEntry(name)) {
                    keystore.setCertificateEntry(name, original.getCertificate(name));
                } else {
                    var key = original.getKey(name, vault.password());
                    keystore.setKeyEntry(name, key, password, original.getCertificateChain(name));
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        KeystoreFile.write(keystore, copy, password);
    }

    private void refuseTaken(Generation generation) {
        if (vault.exists() && Generations.read(vault).containsKey(generation.name())) {
            throw new IllegalStateException(file + " has " + generation.name() + " already");
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
}
