package jp.fudamori.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The TLS port of a development server, at which terminals show their certificates, and those who trust it. */
final class DevelopmentTls {

    private final Path keystore;
    private final Path certificate;

    DevelopmentTls(DevelopmentFolders folders) {
        this.keystore = folders.tls().resolve("tls.p12");
        this.certificate = folders.tls().resolve("tls.pem");
    }

    /** Makes key and certificate or, where they are there, nothing. */
    void createOnce(String password) {
        SecretFile.createFolder(keystore.getParent());
        SelfSignedTls.createOnce(keystore, password);
        SelfSignedTls.exportOnce(keystore, password, certificate);
    }

    /** The settings of the server that this stands for, as arguments; its secret is a file among the others. */
    List<String> asArguments() {
        return List.of(
                "--fudamori.download.tls.bundle=download",
                "--spring.ssl.bundle.jks.download.keystore.location=file:" + keystore,
                "--spring.ssl.bundle.jks.download.keystore.type=PKCS12");
    }

    /** What a terminal has that trusts this server and shows the certificate of the PKCS#12. */
    SSLContext terminal(byte[] pkcs12, String password) {
        try {
            var keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store(new ByteArrayInputStream(pkcs12), password), password.toCharArray());
            var trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(trusted());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("端末の電子証明書を使えません。", e);
        }
    }

    private static KeyStore store(InputStream pkcs12, String password) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(pkcs12, password.toCharArray());
        return store;
    }

    private KeyStore trusted() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var pem = Files.newInputStream(certificate)) {
            store.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        return store;
    }
}
