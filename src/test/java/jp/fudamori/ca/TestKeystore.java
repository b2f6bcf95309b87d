package jp.fudamori.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.Period;
import jp.fudamori.MovableClock;
import jp.fudamori.TestAuthority;
import jp.fudamori.ca.KeyCeremony.Generation;

/** Keystores with generations of a chosen kind, made by the real ceremony. */
final class TestKeystore {

    static final char[] PASSWORD = TestAuthority.PASSWORD.toCharArray();

    private TestKeystore() {}

    static Path with(KeyAlgorithm key, LocalDateTime at, Period validity) {
        var file = newFile();
        var ceremony = ceremony(file, at);
        ceremony.makeRoot(new Generation("root-g1", key, Period.ofYears(20)));
        ceremony.makeIssuing(new Generation("issuing-g1", key, validity), "root-g1");
        return file;
    }

    static KeyCeremony ceremony(Path file, LocalDateTime at) {
        var clock = MovableClock.standingAt(at);
        return new KeyCeremony(file, TestAuthority.PASSWORD, "Fudamori Test", TestAuthority.PUBLICATION, clock);
    }

    static Path newFile() {
        try {
            return Files.createTempDirectory("fudamori-ca").resolve("ca.p12");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Issuer issuer(String at, Period validity) {
        var file = with(KeyAlgorithm.EC_P256, LocalDateTime.parse(at), validity);
        return Issuers.in(KeystoreFile.read(file, PASSWORD), PASSWORD, "issuing-g1")
                .signing();
    }
}
