package jp.fudamori;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.fudamori.demo.SelfSignedTls;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The SSL bundle of the download port, made once a JVM; web servers look for it before any bean of a test is there. */
final class TestTls implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String PASSWORD = "tls-of-tests";
    private static final Path KEYSTORE = make();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "fudamori.download.tls.bundle=download",
                        "fudamori.download.tls.port=0",
                        "spring.ssl.bundle.jks.download.keystore.location=file:" + KEYSTORE,
                        "spring.ssl.bundle.jks.download.keystore.password=" + PASSWORD,
                        "spring.ssl.bundle.jks.download.keystore.type=PKCS12")
                .applyTo(context);
    }

    private static Path make() {
        try {
            var file = Files.createTempDirectory("fudamori-tls").resolve("tls.p12");
            SelfSignedTls.createOnce(file, PASSWORD);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
