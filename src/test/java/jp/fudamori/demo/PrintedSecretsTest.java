package jp.fudamori.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PrintedSecretsTest {

    private static final String LETTER = """
            電子証明書 発行通知書
            リファレンスID         ABCD-EFGH-2345
            認可コード             wxyz-2345-ABCD-6789
            証明書パスワード
                Pass-Word-2345-abcd
            この認可コードは他人に知らせないでください。
            """;

    @Test
    void areTheWordsAfterTheirLabels() {
        var secrets = PrintedSecrets.readFrom(LETTER);

        assertThat(secrets.all()).containsExactly("ABCD-EFGH-2345", "wxyz-2345-ABCD-6789", "Pass-Word-2345-abcd");
    }

    @Test
    void areOnEveryPageThatHasThem() {
        var cover = "電子証明書一覧\n証明書パスワードは次の面にあります。\n\f";
        var letter = cover + LETTER + "\f" + LETTER.replace("ABCD-EFGH-2345", "WXYZ-EFGH-2345") + "\f";

        assertThat(PrintedSecrets.allIn(letter))
                .extracting(PrintedSecrets::referenceId)
                .containsExactly("ABCD-EFGH-2345", "WXYZ-EFGH-2345");
    }

    @Test
    void areNotFoundWhereALabelIsMissing() {
        assertThatThrownBy(() -> PrintedSecrets.readFrom(LETTER.replace("リファレンス", "")))
                .hasMessageContaining("リファレンスID")
                .hasMessageNotContaining("ABCD");
    }

    @Test
    void doNotShowWhenPrinted() {
        assertThat(PrintedSecrets.readFrom(LETTER)).hasToString("PrintedSecrets[***]");
    }
}
