package jp.fudamori.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import jp.fudamori.MovableClock;
import jp.fudamori.OpenSsl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CeremonyCommandTest {

    private static final String FIRST = "合言葉-of-the-first-person";
    private static final String SECOND = "合言葉-of-the-second-person";
    private static final char[] SERVER = "of-this-test".toCharArray();

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    private int makeFirst(String... more) {
        return run(List.of(FIRST, FIRST, SECOND, SECOND), "--issuing=issuing-g1", more);
    }

    private int run(List<String> typed, String issuing, String... more) {
        var arguments = new ArrayList<>(List.of(
                "ceremony",
                "--keystore=" + directory.resolve("ca.p12"),
                "--organization=札守認証局",
                "--base-url=http://pki.fudamori.example",
                "--policies=1.3.6.1.4.1.32473.1.1,0.4.0.2042.1.1",
                "--root-key=EC_P384",
                "--issuing-key=EC_P256",
                issuing));
        arguments.addAll(List.of(more));
        for (var usual : List.of("--custodians=山田太郎,鈴木花子", "--fudamori.ca.keystore-password=of-this-test")) {
            var option = usual.substring(0, usual.indexOf('='));
            if (arguments.stream().noneMatch(one -> one.startsWith(option))) {
                arguments.add(usual);
            }
        }
        return run(arguments, typed);
    }

    private int run(List<String> arguments, List<String> typed) {
        var clock = MovableClock.standingAt(LocalDateTime.of(2026, 4, 1, 9, 0));
        var out = new PrintStream(output, true, StandardCharsets.UTF_8);
        var answers = new ArrayDeque<>(typed);
        return CeremonyCommand.run(arguments.toArray(String[]::new), clock, out, question -> {
            out.println(question);
            return answers.remove().toCharArray();
        });
    }

    private String printed() {
        return output.toString(StandardCharsets.UTF_8);
    }

    @Test
    void makesRootAndIssuingGenerationAndACopyForTheServer() {
        var server = directory.resolve("server.p12");

        var code = makeFirst("--copy=" + server);

        assertThat(code).as(printed()).isZero();
        assertThat(printed()).contains("山田太郎 さん", "鈴木花子 さん", "ルート root-g1（EC_P384）を作成しました。", "金庫に保管してください");
        var keystore = KeystoreFile.read(server, SERVER);
        assertThat(Issuers.in(keystore, SERVER, "issuing-g1").named("root-g1").canSign())
                .isFalse();
    }

    @Test
    void neitherHalfAloneOpensTheSafesFile() {
        makeFirst();

        for (var password : List.of(FIRST, SECOND, FIRST + SECOND, "of-this-test")) {
            assertThatThrownBy(() -> KeystoreFile.read(directory.resolve("ca.p12"), password.toCharArray()))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(run(List.of(FIRST, "not-the-second-one"), "--issuing=issuing-g2"))
                .isEqualTo(1);
        assertThat(run(List.of(SECOND, FIRST), "--issuing=issuing-g2")).isEqualTo(1);
    }

    @Test
    void addsTheNextGenerationUnderTheSameRoot() {
        makeFirst();

        assertThat(run(List.of(FIRST, SECOND), "--issuing=issuing-g2"))
                .as(printed())
                .isZero();
        assertThat(printed()).containsOnlyOnce("ルート root-g1（EC_P384）を作成").contains("発行用の世代 issuing-g2（EC_P256）");
    }

    @Test
    void theProtocolIsSignedByBothKeysAndAnybodyCanCheckIt() throws IOException {
        makeFirst();
        var protocol = directory.resolve("issuing-g1.protocol.json");
        var text = Files.readString(protocol);
        var openSsl = new OpenSsl()
                .with("protocol.json", Files.readAllBytes(protocol))
                .with("issuing.sig", Files.readAllBytes(directory.resolve("issuing-g1.protocol.json.issuing-g1.sig")))
                .with("root.sig", Files.readAllBytes(directory.resolve("issuing-g1.protocol.json.root-g1.sig")))
                .with("issuing.pem", Files.readAllBytes(directory.resolve("issuing-g1.pem")))
                .with("root.pem", Files.readAllBytes(directory.resolve("root-g1.pem")));

        assertThat(text).contains("山田太郎", "鈴木花子", "2026-04-01T09:00+09:00", "issuing-g1", "root-g1");
        assertThat(openSsl.run("x509", "-in", "issuing.pem", "-noout", "-fingerprint", "-sha256")
                        .strip())
                .satisfies(line -> assertThat(text).contains(line.substring(line.indexOf('=') + 1)));
        assertThat(verified(openSsl, "issuing", "-sha256")).contains("Verified OK");
        assertThat(verified(openSsl, "root", "-sha384")).contains("Verified OK");
        assertThat(run(List.of("ceremony", "--verify=" + protocol), List.of())).isZero();

        Files.writeString(protocol, text.replace("鈴木花子", "鈴木一郎"));
        assertThat(run(List.of("ceremony", "--verify=" + protocol), List.of())).isEqualTo(1);
        assertThat(printed()).contains("署名が正しくありません");
    }

    private static String verified(OpenSsl openSsl, String who, String digest) {
        openSsl.with(
                "key.pem",
                openSsl.run("x509", "-in", who + ".pem", "-noout", "-pubkey").getBytes(StandardCharsets.US_ASCII));
        return openSsl.run("dgst", digest, "-verify", "key.pem", "-signature", who + ".sig", "protocol.json");
    }

    @Test
    void makesTheIssuingKeyInATokenAndKeepsTheRootInTheSafe() {
        var token = SoftHsm.token();

        var code = makeFirst("--token=" + token.configuration(), "--fudamori.ca.keystore-password=" + SoftHsm.PIN);

        assertThat(code).as(printed()).isZero();
        var generations = Generations.read(token.vault());
        assertThat(generations.get("issuing-g1").canSign()).isTrue();
        assertThat(generations.get("root-g1").canSign()).isFalse();
        assertThat(run(List.of("ceremony", "--verify=" + directory.resolve("issuing-g1.protocol.json")), List.of()))
                .isZero();
    }

    @Test
    void refusesToOverwrite() throws Exception {
        makeFirst();
        var before = Files.readAllBytes(directory.resolve("ca.p12"));

        assertThat(run(List.of(FIRST, SECOND), "--issuing=issuing-g1")).isEqualTo(1);
        assertThat(printed()).contains("完了できませんでした");
        assertThat(directory.resolve("ca.p12")).hasBinaryContent(before);
    }

    @Test
    void onePersonIsNotEnough() {
        assertThat(makeFirst("--custodians=山田太郎")).isEqualTo(1);
        assertThat(makeFirst("--custodians=山田太郎,山田太郎 ")).isEqualTo(1);
        assertThat(run(List.of(FIRST, FIRST, FIRST, FIRST), "--issuing=issuing-g1"))
                .isEqualTo(1);
        assertThat(run(List.of("short", "short"), "--issuing=issuing-g1")).isEqualTo(1);
        assertThat(run(List.of(FIRST, FIRST + "x"), "--issuing=issuing-g1")).isEqualTo(1);
        assertThat(printed()).contains("異なる2人", "合言葉が同じ", "16文字以上", "一致しません");
        assertThat(directory.resolve("ca.p12")).doesNotExist();
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(run(List.of("ceremony"), List.of())).isEqualTo(2);
        assertThat(printed()).contains("使い方").contains("FUDAMORI_CA_KEYSTORE_PASSWORD");
    }

    @Test
    void neverPrintsAPassword() {
        makeFirst();
        run(List.of(FIRST, SECOND), "--issuing=issuing-g1");

        assertThat(printed()).doesNotContain("of-this-test", FIRST, SECOND);
    }
}
