package jp.fudamori.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tells people on the console, and scripts in {@code demo.json}, where the server is and who may log in. */
final class Welcome {

    private static final String RULE = "━".repeat(78);

    private final DevelopmentUrls urls;
    private final List<DemoAccount> accounts;

    Welcome(DevelopmentUrls urls, List<DemoAccount> accounts) {
        this.urls = urls;
        this.accounts = accounts;
    }

    void write(DevelopmentFolders folders) {
        try {
            var json = new ObjectMapper().writerWithDefaultPrettyPrinter();
            var content = json.writeValueAsString(Map.of("urls", urls, "accounts", accounts));
            SecretFile.write(folders.demoFile(), content + "\n");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    void print(PrintStream out) {
        out.printf(
                """

                %s
                  札守（ふだもり）開発用サーバーが起動しました　　　終了: Ctrl-C

                  ポータル（申請・状況照会）  %s
                  作業一覧（審査・発送）      %s
                  運用監視（コックピット）    %s
                  利用者管理（アドミン）      %s
                  受信メール                  %s
                  証明書ダウンロード          %s
                  証明書の更新（端末）        %s
                  API 文書                    %s
                  稼働状況                    %s

                """,
                RULE,
                urls.web(),
                urls.tasklist(),
                urls.cockpit(),
                urls.admin(),
                urls.mail(),
                urls.download(),
                urls.renewal(),
                urls.apiDocs(),
                urls.health());
        accounts.forEach(account -> out.println(line(account)));
        out.printf("%n  データは data/ に残ります（消すと初期状態に戻ります）。スクリプト用: data/demo.json%n%s%n%n", RULE);
    }

    private static String line(DemoAccount account) {
        return "  %-12s %s  %-13s %-10s  %s"
                .formatted(
                        account.id(),
                        account.password(),
                        String.join(",", account.groups()),
                        Objects.requireNonNullElse(account.institution(), ""),
                        account.name())
                .stripTrailing();
    }
}
