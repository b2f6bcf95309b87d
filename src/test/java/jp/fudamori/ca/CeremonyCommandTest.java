package jp.fudamori.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import jp.fudamori.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CeremonyCommandTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    private int run(String... more) {
        var arguments = new ArrayList<>(List.of(
                "ceremony",
                "--keystore=" + directory.resolve("ca.p12"),
                "--fudamori.ca.keystore-password=of-this-test",
                "--organization=札守認証局",
                "--base-url=http://pki.fudamori.example",
                "--policies=1.3.6.1.4.1.32473.1.1,0.4.0.2042.1.1",
                "--root-key=EC_P384",
                "--issuing-key=EC_P256"));
        arguments.addAll(List.of(more));
        return run(arguments);
    }

    private int run(List<String> arguments) {
        var clock = MovableClock.standingAt(LocalDateTime.of(2026, 4, 1, 9, 0));
        var out = new PrintStream(output, true, StandardCharsets.UTF_8);
        return CeremonyCommand.run(arguments.toArray(String[]::new), clock, out);
    }

    private String printed() {
        return output.toString(StandardCharsets.UTF_8);
    }

    @Test
    void makesRootAndIssuingGenerationAndACopyForTheServer() {
        var server = directory.resolve("server.p12");

        var code = run("--issuing=issuing-g1", "--copy=" + server);

        assertThat(code).as(printed()).isZero();
        assertThat(printed()).contains("ルート root-g1（EC_P384）を作成しました。").contains("金庫に保管してください");
        var keystore = KeystoreFile.read(server, "of-this-test".toCharArray());
        assertThat(Issuers.in(keystore, "of-this-test".toCharArray(), "issuing-g1")
                        .named("root-g1")
                        .canSign())
                .isFalse();
    }

    @Test
    void addsTheNextGenerationUnderTheSameRoot() {
        run("--issuing=issuing-g1");

        assertThat(run("--issuing=issuing-g2")).as(printed()).isZero();
        assertThat(printed()).containsOnlyOnce("ルート root-g1").contains("発行用の世代 issuing-g2（EC_P256）");
    }

    @Test
    void refusesToOverwrite() throws Exception {
        run("--issuing=issuing-g1");
        var before = Files.readAllBytes(directory.resolve("ca.p12"));

        assertThat(run("--issuing=issuing-g1")).isEqualTo(1);
        assertThat(printed()).contains("鍵を生成できませんでした");
        assertThat(directory.resolve("ca.p12")).hasBinaryContent(before);
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(run(List.of("ceremony"))).isEqualTo(2);
        assertThat(printed()).contains("使い方").contains("FUDAMORI_CA_KEYSTORE_PASSWORD");
    }

    @Test
    void neverPrintsThePassword() {
        run("--issuing=issuing-g1");
        run("--issuing=issuing-g1");

        assertThat(printed()).doesNotContain("of-this-test");
    }
}
