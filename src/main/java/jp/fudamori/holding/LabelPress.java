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
    private static final float QR = 37;

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

    /** The words to the left, the code to the right. */
    private static void label(Sheet sheet, float x, float top, Holding holding) throws IOException {
        var certificate = holding.certificate();
        var serial = certificate.serialNumber();
        var half = serial.length() / 2;
        new QrCode(content(holding))
                .draw(sheet, x + WIDTH - 2 * PADDING - QR + 2, top + (HEIGHT - QR) / 2 - PADDING, QR);
        sheet.text(x, top + 2.4f, Style.regular(7), "電子証明書");
        name(sheet, x, top + 8.4f, WIDTH - 2 * PADDING - QR, holding.terminalName());
        sheet.text(x, top + 26.4f, Style.regular(6.5f), "有効期限");
        sheet.text(x, top + 30.8f, Style.bold(10.5f), JapaneseDates.plain(certificate.notAfter()));
        sheet.text(x, top + 35.2f, Style.regular(6.5f), "シリアル番号");
        sheet.text(x, top + 38.4f, Style.regular(8), serial.substring(0, half));
        sheet.text(x, top + 41.4f, Style.regular(8), serial.substring(half));
    }

    /** One to three lines; smaller where three do not suffice. */
    private static void name(Sheet sheet, float x, float y, float width, String name) throws IOException {
        var size = 12f;
        while (size > 5 && sheet.height(Style.bold(size), name, width) > 18) {
            size -= 0.5f;
        }
        sheet.paragraph(x, y, width, Style.bold(size), name);
    }

    /** What a phone shows that reads the code. */
    static String content(Holding holding) {
        return """
                %s
                シリアル番号 %s
                有効期限 %s
                """.formatted(
                        holding.terminalName(),
                        holding.certificate().serialNumber(),
                        holding.certificate().notAfter());
    }
}
