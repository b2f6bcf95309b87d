package jp.fudamori;

import static jp.fudamori.ca.KeyAlgorithm.EC_P256;
import static jp.fudamori.ca.KeyAlgorithm.RSA_3072;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import jp.fudamori.ca.KeyCeremony;
import jp.fudamori.ca.KeyCeremony.Generation;
import jp.fudamori.ca.Publication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A real authority for tests, made once a JVM: a root and two issuing generations, of which the first signs. */
@TestConfiguration(proxyBeanMethods = false)
public class TestAuthority {

    public static final String PASSWORD = "keystore-of-tests";
    public static final Publication PUBLICATION = new Publication(
            URI.create("http://pki.fudamori.example"), List.of("1.3.6.1.4.1.32473.1.1", "0.4.0.2042.1.1"));

    @Bean
    DynamicPropertyRegistrar authoritySettings() {
        return registry -> {
            registry.add("fudamori.ca.keystore", () -> Shared.KEYSTORE);
            registry.add("fudamori.ca.keystore-password", () -> PASSWORD);
            registry.add("fudamori.ca.issuing", () -> "issuing-g1");
            registry.add("fudamori.ca.profile.base-url", PUBLICATION::baseUrl);
            registry.add("fudamori.ca.profile.policies", PUBLICATION::policies);
        };
    }

    private static final class Shared {

        static final Path KEYSTORE = make();

        private static Path make() {
            try {
                var file = Files.createTempDirectory("fudamori-ca").resolve("ca.p12");
                var clock = MovableClock.standingAt(LocalDateTime.of(2026, 4, 1, 9, 0));
                var ceremony = new KeyCeremony(file, PASSWORD, "Fudamori Test", PUBLICATION, clock);
                ceremony.makeRoot(new Generation("root-g1", RSA_3072, Period.ofYears(20)));
                ceremony.makeIssuing(new Generation("issuing-g1", RSA_3072, Period.ofYears(10)), "root-g1");
                ceremony.makeIssuing(new Generation("issuing-g2", EC_P256, Period.ofYears(10)), "root-g1");
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
