package jp.fudamori.demo;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key and certificate for TLS on this machine, which nobody else trusts. */
public final class SelfSignedTls {

    private static final String ALIAS = "download";
    private static final Duration VALIDITY = Duration.ofDays(3650);

    private SelfSignedTls() {}

    /** Writes a PKCS#12 keystore for {@code localhost}, unless it is there. */
    public static void createOnce(Path file, String password) {
        if (Files.exists(file)) {
            return;
        }
        try (var out = Files.newOutputStream(file)) {
            var keystore = KeyStore.getInstance("PKCS12");
            keystore.load(null, null);
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            keystore.setKeyEntry(
                    ALIAS, pair.getPrivate(), password.toCharArray(), new Certificate[] {certificate(pair)});
            keystore.store(out, password.toCharArray());
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("cannot write " + file, e);
        }
    }

    /** Writes the certificate of that keystore as PEM, for those who are to trust it, unless it is there. */
    static void exportOnce(Path keystore, String password, Path pem) {
        if (Files.exists(pem)) {
            return;
        }
        try (var in = Files.newInputStream(keystore)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            Files.writeString(pem, IssuedKeyStore.pem(store.getCertificate(ALIAS)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot write " + pem, e);
        }
    }

    private static Certificate certificate(KeyPair pair)
            throws OperatorCreationException, GeneralSecurityException, CertIOException {
        var name = new X500Name("CN=localhost");
        var from = Instant.parse("2026-01-01T00:00:00Z");
        var names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        });
        var builder = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.valueOf(from.getEpochSecond()),
                        Date.from(from),
                        Date.from(from.plus(VALIDITY)),
                        name,
                        pair.getPublic())
                .addExtension(Extension.subjectAlternativeName, false, names);
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }
}
