package jp.fudamori.notice;

import java.io.IOException;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.paper.Office;
import jp.fudamori.paper.Sheet;
import jp.fudamori.paper.Style;

/**
 * One page for each certificate, folded inside: what is needed for the download and the import, each as it must be
 * typed.
 */
final class SecretsPage {

    private static final Style BODY = Style.regular(10.5f);
    private static final Style LABEL = Style.bold(10);
    private static final Style SECRET = Style.bold(24);
    private static final Style URL = Style.bold(14);
    private static final float WIDTH = Sheet.RIGHT - Sheet.LEFT;
    private static final float INSET = 6;
    private static final float VALUE_LEFT = 66;

    private final LetterLayout layout;
    private final Office office;
    private final LetterLabels labels;

    SecretsPage(LetterLayout layout, Office office, LetterLabels labels) {
        this.layout = layout;
        this.office = office;
        this.labels = labels;
    }

    void draw(Sheet sheet, LetterContents.Line line) throws IOException {
        sheet.textCentred(27, Style.bold(18), "ダウンロード情報");
        sheet.strongRule(Sheet.LEFT, 31.5f, Sheet.RIGHT);
        certificate(sheet, line);
        var y = sheet.paragraph(
                Sheet.LEFT,
                61,
                WIDTH,
                BODY,
                "この面の情報があれば、だれでも電子証明書を%sできます。人目に触れないように保管し、第三者に知らせないでください。"
                        .formatted(line.secrets().hasPassword() ? "使用" : "ダウンロード"));
        y = secrets(sheet, y - 2, line);
        y = typing(sheet, y + 11);
        if (line.secrets().hasPassword()) {
            steps(sheet, y + 5);
        } else {
            stepsWithOwnKey(sheet, y + 5);
        }
        layout.foot(sheet, labels, layout.pageOf(line));
    }

    /** Says which of several certificates this is: the pages of a letter may be parted. */
    private void certificate(Sheet sheet, LetterContents.Line line) throws IOException {
        sheet.shade(Sheet.LEFT, 36, WIDTH, 17);
        sheet.text(Sheet.LEFT + INSET, 42.5f, LABEL, labels.get("terminal-name"));
        sheet.word(VALUE_LEFT, 42.5f, Sheet.RIGHT - INSET - VALUE_LEFT, Style.bold(12), line.terminalName());
        sheet.text(Sheet.LEFT + INSET, 49.5f, LABEL, labels.get("serial"));
        sheet.text(VALUE_LEFT, 49.5f, BODY, line.serial());
        sheet.textRight(
                Sheet.RIGHT - INSET,
                49.5f,
                BODY,
                labels.get("line") + " " + "%02d".formatted(line.number().position()));
    }

    private float secrets(Sheet sheet, float top, LetterContents.Line line) throws IOException {
        var secrets = line.secrets();
        var height = 122;
        sheet.frame(Sheet.LEFT, top, WIDTH, height);
        entry(sheet, top, "download-url", URL, office.downloadUrl().toString());
        divided(sheet, top + 22, "reference-id", SECRET, secrets.referenceId());
        divided(sheet, top + 47, "authorization-code", SECRET, secrets.authorizationCode());
        divided(
                sheet,
                top + 72,
                "password",
                secrets.hasPassword() ? SECRET : BODY,
                secrets.hasPassword() ? secrets.password() : "なし（鍵は、医療機関で作成したものを使います）");
        divided(sheet, top + 97, "download-until", Style.bold(16), downloadUntil(line));
        return top + height;
    }

    private static String downloadUntil(LetterContents.Line line) {
        return JapaneseDates.day(line.downloadUntil()) + " 23時59分";
    }

    private void divided(Sheet sheet, float top, String label, Style style, String value) throws IOException {
        sheet.rule(Sheet.LEFT + INSET, top, Sheet.RIGHT - INSET);
        entry(sheet, top, label, style, value);
    }

    private void entry(Sheet sheet, float top, String label, Style style, String value) throws IOException {
        sheet.text(Sheet.LEFT + INSET, top + 7, LABEL, labels.get(label));
        sheet.word(Sheet.LEFT + INSET, top + 18, WIDTH - 2 * INSET, style, value);
    }

    private float typing(Sheet sheet, float y) throws IOException {
        y = sheet.heading(y, "入力するときは");
        y = sheet.item(y, BODY, "・", "大文字と小文字を区別し、ハイフン（-）も含めて、半角で入力してください。");
        return sheet.item(y, BODY, "・", "見間違えやすい数字の 0・1 と、英字の O・I・l は使用していません。");
    }

    private void steps(Sheet sheet, float y) throws IOException {
        var password = labels.get("password");
        y = sheet.heading(y, "ダウンロードとインストールの手順");
        y = sheet.item(y, BODY, "1.", "オンライン請求ネットワークに接続した端末で、上記の" + labels.get("download-url") + "を開きます。");
        y = sheet.item(
                y,
                BODY,
                "2.",
                labels.get("reference-id") + "と" + labels.get("authorization-code") + "を入力し、電子証明書のファイルをダウンロードします。");
        y = sheet.item(y, BODY, "3.", "ダウンロードしたファイルを開き、" + password + "を入力してインストールします。");
        y = sheet.item(y, BODY, "4.", "端末名称等を記したラベルを端末に貼り、どの端末の電子証明書か分かるようにします。");
        sheet.item(y, BODY, "5.", "ファイルのバックアップをとります。再度のインストールにも" + password + "が必要です。");
    }

    /** The clinic has the private key: its certificate is no secret, and nothing is imported with a password. */
    private void stepsWithOwnKey(Sheet sheet, float y) throws IOException {
        y = sheet.heading(y, "ダウンロードとインストールの手順（鍵を医療機関で作成した端末）");
        y = sheet.item(y, BODY, "1.", "オンライン請求ネットワークに接続した端末で、上記の" + labels.get("download-url") + "を開きます。");
        y = sheet.item(
                y,
                BODY,
                "2.",
                labels.get("reference-id") + "と" + labels.get("authorization-code")
                        + "を入力し、電子証明書（PEM形式、認証局証明書を含む）をダウンロードします。");
        y = sheet.item(y, BODY, "3.", "鍵を作成した端末または装置に、ダウンロードした電子証明書を取り込みます。方法は、導入した事業者にご確認ください。");
        sheet.item(y, BODY, "4.", "端末名称等を記したラベルを端末に貼り、どの端末の電子証明書か分かるようにします。");
    }
}
