package jp.fudamori.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.fudamori.MovableClock;

/** The PKCS#12 that a clinic downloaded, opened with the password of its letter. */
public final class IssuedKeyStore {

    private static final int MONTHS_OF_VALIDITY = 39;
    private static final Tool OPENSSL = new Tool("openssl");

    private final List<X509Certificate> chain;

    private IssuedKeyStore(List<X509Certificate> chain) {
        this.chain = chain;
    }

    /** @throws IllegalStateException if the password is not the right one, or there is not one key with its chain */
    public static IssuedKeyStore open(byte[] pkcs12, String password) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(pkcs12), password.toCharArray());
            var alias = Collections.list(store.aliases()).stream()
                    .filter(name -> isKey(store, name))
                    .collect(Collectors.collectingAndThen(Collectors.toList(), IssuedKeyStore::only));
            return new IssuedKeyStore(Arrays.stream(store.getCertificateChain(alias))
                    .map(X509Certificate.class::cast)
                    .toList());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("通知書のパスワードで PKCS#12 を開けません。", e);
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String only(List<String> aliases) {
        if (aliases.size() != 1) {
            throw new IllegalStateException("PKCS#12 に秘密鍵が %d 個あります。".formatted(aliases.size()));
        }
        return aliases.get(0);
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }

    private X509Certificate root() {
        return chain.get(chain.size() - 1);
    }

    LocalDate validFrom() {
        return japaneseDate(certificate().getNotBefore());
    }

    LocalDate validUntil() {
        return japaneseDate(certificate().getNotAfter());
    }

    private static LocalDate japaneseDate(Date moment) {
        return LocalDate.ofInstant(moment.toInstant(), MovableClock.TOKYO);
    }

    /** @throws IllegalStateException unless the certificate runs three years and three months from its day of issue */
    void checkValidity(LocalDate issuedOn) {
        if (!validFrom().equals(issuedOn) || !validUntil().equals(issuedOn.plusMonths(MONTHS_OF_VALIDITY))) {
            throw new IllegalStateException("有効期間が 3年3か月ではありません: %s から %s".formatted(validFrom(), validUntil()));
        }
    }

    /** @throws IllegalStateException if the JDK's PKIX validator does not accept the chain at that time */
    void checkChain(Instant at) {
        try {
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(root(), null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            var path = CertificateFactory.getInstance("X.509").generateCertPath(chain.subList(0, chain.size() - 1));
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PKIX の検証に失敗しました。", e);
        }
    }

    /** Writes {@code root.pem}, {@code chain.pem} (all others) and {@code certificate.pem}. */
    void writeTo(Path folder) {
        write(folder.resolve("certificate.pem"), List.of(certificate()));
        write(folder.resolve("chain.pem"), chain.subList(1, chain.size() - 1));
        write(folder.resolve("root.pem"), List.of(root()));
    }

    private static void write(Path file, List<? extends Certificate> certificates) {
        try {
            Files.writeString(
                    file, certificates.stream().map(IssuedKeyStore::pem).collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String pem(Certificate certificate) {
        try {
            var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(base64);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Lets OpenSSL, where it is installed, open {@code certificate.p12} and verify the files of {@link #writeTo}.
     *
     * @return what was checked, for people
     */
    static String checkWithOpenSsl(Path folder, String password, Instant at) {
        if (!OPENSSL.isInstalled()) {
            return "openssl なし（JDK のみで検証）";
        }
        var file = folder.resolve("certificate.p12").toString();
        OPENSSL.run(
                Map.of("LETTER_PASSWORD", password),
                "pkcs12",
                "-info",
                "-noout",
                "-in",
                file,
                "-passin",
                "env:LETTER_PASSWORD");
        OPENSSL.run(
                Map.of(),
                "verify",
                "-x509_strict",
                "-attime",
                String.valueOf(at.getEpochSecond()),
                "-CAfile",
                folder.resolve("root.pem").toString(),
                "-untrusted",
                folder.resolve("chain.pem").toString(),
                folder.resolve("certificate.pem").toString());
        return "openssl pkcs12 と verify -x509_strict に合格";
    }
}
