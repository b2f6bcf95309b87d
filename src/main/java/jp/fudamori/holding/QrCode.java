package jp.fudamori.holding;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import jp.fudamori.paper.Sheet;

/** A QR code (ISO/IEC 18004, error correction M), with the quiet zone of four modules that readers need. */
final class QrCode {

    private static final Map<EncodeHintType, Object> HINTS = Map.of(
            EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8,
            EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M,
            EncodeHintType.MARGIN, 4);

    private final BitMatrix modules;

    QrCode(String text) {
        try {
            modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /** @param width of the square with its quiet zone, millimetres */
    void draw(Sheet sheet, float x, float top, float width) throws IOException {
        var module = width / modules.getWidth();
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                int run = run(row, column);
                if (run > 0) {
                    sheet.dark(x + column * module, top + row * module, run * module, module);
                    column += run;
                }
            }
        }
    }

    /** Dark modules next to each other from here on: drawn as one, they show no seams. */
    private int run(int row, int column) {
        int length = 0;
        while (column + length < modules.getWidth() && modules.get(column + length, row)) {
            length++;
        }
        return length;
    }
}
