package jp.fudamori.ca;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import jp.fudamori.ca.KeyCeremony.Generation;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The key ceremony for people: {@code java -jar fudamori.jar ceremony --keystore=…}. */
public final class CeremonyCommand {

    private static final String PASSWORD = "fudamori.ca.keystore-password";
    private static final List<String> REQUIRED = List.of("keystore", "organization", "base-url", "policies", "issuing");
    private static final String USAGE = """
            使い方: java -jar fudamori.jar ceremony --keystore=ファイル --organization=認証局の組織名
                      --base-url=http://公開ホスト --policies=OID,OID --issuing=issuing-g1
                      [--root=root-g1] [--root-key=RSA_3072] [--root-years=20]
                      [--issuing-key=RSA_3072] [--issuing-years=10] [--copy=サーバー用ファイル]
            鍵の種類: %s
            キーストアのパスワードは環境変数 FUDAMORI_CA_KEYSTORE_PASSWORD で渡してください。
            ルートがなければ作成し、その下に発行用の世代を追加します。既にある世代を上書きすることはありません。
            --copy を指定すると、ルートの鍵を含まないサーバー用の写しを作成します。
            """.formatted(Arrays.toString(KeyAlgorithm.values()));

    private final Environment options;
    private final Clock clock;
    private final PrintStream out;

    private CeremonyCommand(Environment options, Clock clock, PrintStream out) {
        this.options = options;
        this.clock = clock;
        this.out = out;
    }

    /** @return exit code: 0 done, 1 refused, 2 not understood */
    public static int run(String[] arguments, Clock clock, PrintStream out) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        return new CeremonyCommand(environment, clock, out).run();
    }

    private int run() {
        if (!REQUIRED.stream().allMatch(options::containsProperty) || !options.containsProperty(PASSWORD)) {
            out.print(USAGE);
            return 2;
        }
        try {
            hold(Path.of(option("keystore", "")));
            return 0;
        } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException e) {
            out.println("鍵を生成できませんでした: " + e.getMessage());
            return 1;
        }
    }

    private void hold(Path file) {
        var ceremony = new KeyCeremony(file, option(PASSWORD, ""), option("organization", ""), publication(), clock);
        var root = generation("root", "root-g1", "20");
        if (!Files.exists(file)) {
            ceremony.makeRoot(root);
            out.printf("ルート %s（%s）を作成しました。%n", root.name(), root.key());
        }
        var issuing = generation("issuing", "", "10");
        ceremony.makeIssuing(issuing, root.name());
        out.printf("発行用の世代 %s（%s）を %s に作成しました。%n", issuing.name(), issuing.key(), file);
        if (options.containsProperty("copy")) {
            ceremony.copyWithoutKey(root.name(), Path.of(option("copy", "")));
            out.printf("ルートの鍵を含まない写しを %s に作成しました。元のファイルは金庫に保管してください。%n", option("copy", ""));
        }
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
