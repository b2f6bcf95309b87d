package jp.fudamori.ca;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import jp.fudamori.ca.KeyCeremony.Generation;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The key ceremony for people, {@code java -jar fudamori.jar ceremony --keystore=…}: two custodians confirm it, and a
 * signed protocol says so. {@code java -jar fudamori.jar ceremony --verify=protocol.json} checks one.
 */
public final class CeremonyCommand {

    private static final String PASSWORD = "fudamori.ca.keystore-password";
    private static final String VERIFY = "verify";
    private static final List<String> REQUIRED =
            List.of("keystore", "organization", "base-url", "policies", "issuing", "custodians");
    private static final String USAGE = """
            使い方: java -jar fudamori.jar ceremony --keystore=金庫用ファイル --organization=認証局の組織名
                      --base-url=http://公開ホスト --policies=OID,OID --issuing=issuing-g1
                      --custodians=立会者1の氏名,立会者2の氏名
                      [--root=root-g1] [--root-key=RSA_3072] [--root-years=20]
                      [--issuing-key=RSA_3072] [--issuing-years=10]
                      [--copy=サーバー用ファイル | --token=SunPKCS11の設定ファイル]
                    java -jar fudamori.jar ceremony --verify=記録.json
            鍵の種類: %s
            立会者2人が、それぞれの合言葉を端末から入力します。金庫用ファイルは2つの合言葉がそろわなければ開きません。
            サーバー用ファイルのパスワード（トークンのときはPIN）は環境変数 FUDAMORI_CA_KEYSTORE_PASSWORD で渡してください。
            ルートがなければ作成し、その下に発行用の世代を追加します。既にある世代を上書きすることはありません。
            --copy を指定すると、ルートの鍵を含まないサーバー用の写しを作成します。--token を指定すると、発行用の鍵をトークンの中で作成します。
            """.formatted(Arrays.toString(KeyAlgorithm.values()));

    private final Environment options;
    private final Clock clock;
    private final PrintStream out;
    private final Function<String, char[]> ask;

    private CeremonyCommand(Environment options, Clock clock, PrintStream out, Function<String, char[]> ask) {
        this.options = options;
        this.clock = clock;
        this.out = out;
        this.ask = ask;
    }

    /** @return exit code: 0 done, 1 refused, 2 not understood */
    public static int run(String[] arguments, Clock clock, PrintStream out) {
        return run(arguments, clock, out, CeremonyCommand::askAtTerminal);
    }

    static int run(String[] arguments, Clock clock, PrintStream out, Function<String, char[]> ask) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        return new CeremonyCommand(environment, clock, out, ask).run();
    }

    /** Neither a file nor a variable: whoever confirms must be there. */
    private static char[] askAtTerminal(String question) {
        var console = System.console();
        var typed = console == null ? null : console.readPassword("%s", question);
        if (typed == null) {
            throw new IllegalStateException("合言葉は端末から入力してください。");
        }
        return typed;
    }

    private int run() {
        try {
            if (options.containsProperty(VERIFY)) {
                return verify(Path.of(option(VERIFY, "")));
            }
            if (!REQUIRED.stream().allMatch(options::containsProperty) || !options.containsProperty(PASSWORD)) {
                out.print(USAGE);
                return 2;
            }
            hold(Path.of(option("keystore", "")));
            return 0;
        } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException e) {
            out.println("完了できませんでした: " + e.getMessage());
            return 1;
        }
    }

    private int verify(Path protocol) {
        var findings = new CeremonyProtocol(protocol).findings();
        findings.forEach(out::println);
        out.println(findings.isEmpty() ? "記録は正しく署名されています。" : "記録に問題があります。");
        return findings.isEmpty() ? 0 : 1;
    }

    private void hold(Path safe) {
        var root = generation("root", "root-g1", "20");
        var issuing = generation("issuing", "", "10");
        var isNew = !Files.exists(safe);
        out.printf(
                "%sに、発行用の世代 %s（%s）を作成します。%n",
                isNew ? "新しいルート " + root.name() + " の下" : safe, issuing.name(), issuing.key());
        var custodians = Custodians.confirm(List.of(option("custodians", "").split(",")), isNew, ask);
        var vault = new FileVault(safe, custodians.password());
        var ceremony = ceremony(safe, vault);
        if (isNew) {
            ceremony.makeRoot(root);
            out.printf("ルート %s（%s）を作成しました。%n", root.name(), root.key());
        }
        make(issuing, ceremony, root.name(), custodians);
        if (options.containsProperty("copy")) {
            ceremony.copyWithoutKey(root.name(), Path.of(option("copy", "")), serverPassword());
            out.printf("ルートの鍵を含まない写しを %s に作成しました。元のファイルは金庫に保管してください。%n", option("copy", ""));
        }
    }

    /** In the safe's file, or in a token that the server will use: then the file has the root alone. */
    private void make(Generation issuing, KeyCeremony safe, String rootName, Custodians custodians) {
        var root = safe.generation(rootName);
        var place = safe;
        if (options.containsProperty("token")) {
            var token = Path.of(option("token", ""));
            place = ceremony(token, new TokenVault(token, serverPassword()));
        }
        place.makeIssuing(issuing, root);
        var made = place.generation(issuing.name());
        var protocol = Path.of(option("keystore", "")).resolveSibling(issuing.name() + ".protocol.json");
        new CeremonyProtocol(protocol).write(custodians.names(), OffsetDateTime.now(clock), List.of(made, root));
        out.printf(
                "発行用の世代 %s（%s）を作成しました。SHA-256: %s%n",
                issuing.name(), issuing.key(), CeremonyProtocol.fingerprint(made.certificate()));
        out.printf("記録: %s（両方の鍵で署名済み）%n", protocol);
    }

    private KeyCeremony ceremony(Path file, Vault vault) {
        return new KeyCeremony(file, vault, option("organization", ""), publication(), clock);
    }

    private char[] serverPassword() {
        return option(PASSWORD, "").toCharArray();
    }

    private Publication publication() {
        return new Publication(
                URI.create(option("base-url", "")),
                List.of(option("policies", "").split(",")));
    }

    private Generation generation(String kind, String name, String years) {
        return new Generation(
                option(kind, name),
                KeyAlgorithm.valueOf(option(kind + "-key", KeyAlgorithm.RSA_3072.name())),
                Period.ofYears(Integer.parseInt(option(kind + "-years", years))));
    }

    private String option(String name, String otherwise) {
        return options.getProperty(name, otherwise);
    }
}
