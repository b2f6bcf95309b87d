package jp.fudamori.holding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.paper.Office;
import jp.fudamori.paper.Paper;
import jp.fudamori.paper.Sheet;
import jp.fudamori.paper.Style;
import jp.fudamori.paper.Typeface;
import org.springframework.stereotype.Component;

/**
 * Lays out labels for terminals, two in a row and five rows on A4, as label sheets with ten labels of 86.4 × 50.8 mm
 * are cut. On plain paper the dashed lines show where to cut.
 */
@Component
class LabelPress {

    private static final int COLUMNS = 2;
    private static final int ROWS = 5;
    private static final float WIDTH = 86.4f;
    private static final float HEIGHT = 50.8f;
    private static final float LEFT = (Sheet.WIDTH - COLUMNS * WIDTH) / 2;
    private static final float TOP = (297 - ROWS * HEIGHT) / 2;
    private static final float PADDING = 5;
    private static final float QR = 30;

    private final Typeface typeface;
    private final Office office;

    LabelPress(Typeface typeface, Office office) {
        this.typeface = typeface;
        this.office = office;
    }

    byte[] print(InstitutionCode institution, List<Holding> holdings, LocalDate today) {
        var description = new Paper.Description("端末ラベル " + institution, office.name(), today);
        try (var paper = new Paper(typeface, description)) {
            for (int first = 0; first < holdings.size(); first += COLUMNS * ROWS) {
                var onSheet = holdings.subList(first, Math.min(holdings.size(), first + COLUMNS * ROWS));
                try (var sheet = paper.sheet()) {
                    draw(sheet, onSheet);
                }
            }
            return paper.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(Sheet sheet, List<Holding> holdings) throws IOException {
        for (int place = 0; place < holdings.size(); place++) {
            var x = LEFT + place % COLUMNS * WIDTH;
            var top = TOP + place / COLUMNS * HEIGHT;
            sheet.frame(x, top, WIDTH, HEIGHT);
            label(sheet, x + PADDING, top + PADDING, holdings.get(place));
        }
    }

    private static void label(Sheet sheet, float x, float top, Holding holding) throws IOException {
        var width = WIDTH - 2 * PADDING;
        sheet.text(x, top + 2.6f, Style.regular(7.5f), "電子証明書　インストール端末");
        name(sheet, x, top + 9.5f, width, holding.terminalName());
        new QrCode(content(holding)).draw(sheet, x + width - QR + 2, top + HEIGHT - 2 * PADDING - QR + 2, QR);
        var certificate = holding.certificate();
        var y = top + 22.5f;
        y = entry(sheet, x, y, "有効期限", JapaneseDates.plain(certificate.notAfter()), Style.bold(10));
        y = entry(sheet, x, y, "受付番号", holding.line().toString(), Style.regular(8.5f));
        var serial = certificate.serialNumber();
        y = entry(sheet, x, y, "シリアル番号", serial.substring(0, serial.length() / 2), Style.regular(8.5f));
        sheet.text(x, y - 2.2f, Style.regular(8.5f), serial.substring(serial.length() / 2));
    }

    /** One or two lines; smaller where two do not suffice. */
    private static void name(Sheet sheet, float x, float y, float width, String name) throws IOException {
        var size = 13f;
        while (size > 6
                && sheet.height(Style.bold(size), name, width)
                        > 2 * Style.bold(size).leading() + 0.01f) {
            size -= 0.5f;
        }
        sheet.paragraph(x, y, width, Style.bold(size), name);
    }

    private static float entry(Sheet sheet, float x, float y, String label, String value, Style style)
            throws IOException {
        sheet.text(x, y, Style.regular(6.5f), label);
        sheet.text(x, y + 4.2f, style, value);
        return y + 8;
    }

    /** What a phone shows that reads the code. */
    static String content(Holding holding) {
        return """
                電子証明書
                端末名称等: %s
                シリアル番号: %s
                有効期限: %s
                """.formatted(
                        holding.terminalName(),
                        holding.certificate().serialNumber(),
                        holding.certificate().notAfter());
    }
}
