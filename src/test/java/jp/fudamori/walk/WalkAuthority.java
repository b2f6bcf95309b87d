package jp.fudamori.walk;

import static jp.fudamori.ca.KeyAlgorithm.EC_P256;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.Period;
import jp.fudamori.MovableClock;
import jp.fudamori.TestAuthority;
import jp.fudamori.ca.KeyCeremony;
import jp.fudamori.ca.KeyCeremony.Generation;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** An authority whose one generation lasts for the whole walk. */
@TestConfiguration(proxyBeanMethods = false)
class WalkAuthority {

    @Bean
    DynamicPropertyRegistrar authoritySettings() {
        var keystore = make();
        return registry -> {
            registry.add("fudamori.ca.keystore", () -> keystore);
            registry.add("fudamori.ca.keystore-password", () -> TestAuthority.PASSWORD);
            registry.add("fudamori.ca.issuing", () -> "issuing-g1");
            registry.add("fudamori.ca.profile.base-url", TestAuthority.PUBLICATION::baseUrl);
            registry.add("fudamori.ca.profile.policies", TestAuthority.PUBLICATION::policies);
        };
    }

    private static Path make() {
        try {
            var file = Files.createTempDirectory("fudamori-walk").resolve("ca.p12");
            var clock = MovableClock.standingAt(LocalDateTime.of(2026, 4, 1, 9, 0));
            var ceremony =
                    new KeyCeremony(file, TestAuthority.PASSWORD, "Fudamori Walk", TestAuthority.PUBLICATION, clock);
            ceremony.makeRoot(new Generation("root-g1", EC_P256, Period.ofYears(40)));
            ceremony.makeIssuing(new Generation("issuing-g1", EC_P256, Period.ofYears(30)), "root-g1");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
