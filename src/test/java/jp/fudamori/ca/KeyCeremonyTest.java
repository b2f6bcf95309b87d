package jp.fudamori.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.Period;
import jp.fudamori.ca.KeyCeremony.Generation;
import org.junit.jupiter.api.Test;

class KeyCeremonyTest {

    private static final LocalDateTime TODAY = LocalDateTime.of(2026, 4, 1, 9, 0);
    private static final Generation SECOND = new Generation("issuing-g2", KeyAlgorithm.EC_P384, Period.ofYears(10));

    private final Path file = TestKeystore.with(KeyAlgorithm.EC_P256, TODAY, Period.ofYears(10));
    private final KeyCeremony ceremony = TestKeystore.ceremony(file, TODAY);

    private Issuers issuers(Path keystore, String signing) {
        return Issuers.in(KeystoreFile.read(keystore, TestKeystore.PASSWORD), TestKeystore.PASSWORD, signing);
    }

    @Test
    void addsAGenerationBesideTheOld() {
        ceremony.makeIssuing(SECOND, "root-g1");

        var issuers = issuers(file, "issuing-g2");

        assertThat(issuers.signing().algorithm()).isEqualTo(KeyAlgorithm.EC_P384);
        assertThat(issuers.named("issuing-g1").canSign()).isTrue();
    }

    @Test
    void neverReplacesAGeneration() throws Exception {
        var before = Files.readAllBytes(file);

        assertThatIllegalStateException()
                .isThrownBy(() -> ceremony.makeIssuing(
                        new Generation("issuing-g1", KeyAlgorithm.EC_P256, Period.ofYears(1)), "root-g1"));
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> ceremony.makeRoot(new Generation("root-g1", KeyAlgorithm.EC_P256, Period.ofYears(1))));
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void theServerWorksWithoutTheKeyOfTheRoot() {
        var copy = file.resolveSibling("server.p12");
        ceremony.copyWithoutKey("root-g1", copy);

        var issuers = issuers(copy, "issuing-g1");

        assertThat(issuers.named("root-g1").canSign()).isFalse();
        assertThat(issuers.signing().chain()).hasSize(2);
        assertThat(RevocationLists.fileOf("root-g1", copy)).exists();
        assertThatIllegalStateException().isThrownBy(() -> ceremony.copyWithoutKey("root-g1", copy));
    }

    @Test
    void theRootCannotSignForHolders() {
        var copy = file.resolveSibling("server.p12");
        ceremony.copyWithoutKey("root-g1", copy);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuers(copy, "root-g1"))
                .withMessageContaining("fudamori.ca.issuing");
    }

    @Test
    void onlyTheOwnerReadsTheKeystore() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aWrongPasswordOpensNothing() {
        assertThatThrownBy(() -> KeystoreFile.read(file, "wrong".toCharArray())).hasMessageContaining(file.toString());
    }

    @Test
    void aNameMustFitIntoAnAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Generation("../g1", KeyAlgorithm.EC_P256, Period.ofYears(1)));
    }
}
