package jp.fudamori.notice;

import java.io.IOException;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.paper.AddressWindow;
import jp.fudamori.paper.Letterhead;
import jp.fudamori.paper.Office;
import jp.fudamori.paper.Sheet;
import jp.fudamori.paper.Style;

/** Page 1: address, what was issued, what to do. May lie open on a desk: it shows no secret. */
final class CoverPage {

    private static final Style BODY = Style.regular(10.5f);
    private static final Style SMALL = Style.regular(9);
    private static final float VALUE_LEFT = 70;
    private static final float ROW_PADDING = 4.4f;

    /** Millimetres for the list of certificates, where there are several. */
    static final float ROOM_FOR_LIST = 42;

    private final LetterLayout layout;
    private final LetterContents contents;
    private final Office office;
    private final LetterLabels labels;

    CoverPage(LetterLayout layout, Office office, LetterLabels labels) {
        this.layout = layout;
        this.contents = layout.contents();
        this.office = office;
        this.labels = labels;
    }

    void draw(Sheet sheet, AddressWindow window) throws IOException {
        window.draw(sheet, "親展・簡易書留・転送不要");
        new Letterhead(office).draw(sheet, contents.issuedOn(), labels.get("letter-number") + "　" + contents.number());
        title(sheet);
        var y = table(sheet, 105);
        y = steps(sheet, y + 12);
        y = cautions(sheet, y + 5);
        contact(sheet, y + 2);
        layout.foot(sheet, labels, 1);
    }

    private void title(Sheet sheet) throws IOException {
        sheet.textCentred(78, Style.bold(18), labels.get("title"));
        sheet.strongRule(Sheet.LEFT, 82.5f, Sheet.RIGHT);
        sheet.paragraph(
                Sheet.LEFT,
                91,
                Sheet.RIGHT - Sheet.LEFT,
                BODY,
                "ご申請のありました電子証明書を、下記のとおり発行しましたので、お知らせします。ダウンロードに必要な情報は%sに記載しています。".formatted(layout.secretsPages()));
    }

    private float table(Sheet sheet, float top) throws IOException {
        var particulars = contents.dossier().particulars();
        sheet.rule(Sheet.LEFT, top, Sheet.RIGHT);
        top = row(sheet, top, "application-number", contents.dossier().number().value());
        top = row(sheet, top, "institution-code", particulars.institution().value());
        return layout.isSingle() ? single(sheet, top, contents.lines().get(0)) : several(sheet, top);
    }

    private float single(Sheet sheet, float top, LetterContents.Line line) throws IOException {
        top = row(sheet, top, "terminal-name", line.terminalName());
        top = row(sheet, top, "serial", line.serial());
        return row(
                sheet,
                top,
                "validity",
                JapaneseDates.plain(line.notBefore()) + " から " + JapaneseDates.plain(line.notAfter()) + " まで");
    }

    private float several(Sheet sheet, float top) throws IOException {
        var count = contents.lines().size() + "枚";
        if (layout.listPages().isEmpty()) {
            top = row(sheet, top, "lines", count);
            return layout.table().draw(sheet, top + 3, contents.lines());
        }
        return row(sheet, top, "lines", count + "（" + labels.get("list") + "は２枚目に記載しています）");
    }

    private float row(Sheet sheet, float top, String label, String value) throws IOException {
        var height = sheet.height(BODY, value, Sheet.RIGHT - VALUE_LEFT) + ROW_PADDING;
        sheet.shade(Sheet.LEFT, top, VALUE_LEFT - Sheet.LEFT - 4, height);
        sheet.text(Sheet.LEFT + 3, top + 6.3f, BODY, labels.get(label));
        sheet.paragraph(VALUE_LEFT, top + 6.3f, Sheet.RIGHT - VALUE_LEFT, BODY, value);
        sheet.rule(Sheet.LEFT, top + height, Sheet.RIGHT);
        return top + height;
    }

    private float steps(Sheet sheet, float y) throws IOException {
        y = sheet.heading(y, "お手続き");
        y = sheet.item(y, BODY, "1.", "上記の内容に誤りがないか、ご確認ください。");
        y = sheet.item(
                y,
                BODY,
                "2.",
                "%sまでに、%sの手順により電子証明書をダウンロードし、端末にインストールしてください。"
                        .formatted(JapaneseDates.day(contents.downloadUntil()), layout.secretsPages()));
        return sheet.item(y, BODY, "3.", "電子証明書のバックアップをとり、この通知書とともに大切に保管してください。");
    }

    private float cautions(Sheet sheet, float y) throws IOException {
        y = sheet.heading(y, "ご注意");
        y = sheet.item(y, BODY, "・", "この通知書は再発行できません。紛失された場合は、電子証明書の再発行（有償）が必要です。");
        y = sheet.item(y, BODY, "・", "期限までにダウンロードされなかった場合も、新たな発行（有償）が必要です。");
        return sheet.item(y, BODY, "・", layout.secretsPages() + "の内容を、第三者に知らせたり、電子メールなどで送ったりしないでください。");
    }

    private void contact(Sheet sheet, float top) throws IOException {
        sheet.frame(Sheet.LEFT, top, Sheet.RIGHT - Sheet.LEFT, 23);
        sheet.text(Sheet.LEFT + 5, top + 7, Style.bold(10.5f), "お問い合わせ先");
        sheet.text(Sheet.LEFT + 5, top + 13, BODY, office.name() + "　電話 " + office.phone());
        sheet.text(Sheet.LEFT + 5, top + 18.8f, BODY, office.hours());
    }
}
