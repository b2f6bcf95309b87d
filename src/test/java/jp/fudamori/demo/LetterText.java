package jp.fudamori.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The words of a notice letter, a form feed after each page, as {@code pdftotext} finds them, or PDFBox where that is
 * not installed.
 */
public final class LetterText {

    private static final Tool PDFTOTEXT = new Tool("pdftotext");

    private LetterText() {}

    public static String of(Path pdf) throws IOException {
        if (PDFTOTEXT.isInstalled()) {
            return PDFTOTEXT.run(Map.of(), "-layout", pdf.toString(), "-");
        }
        try (var document = Loader.loadPDF(pdf.toFile())) {
            var stripper = new PDFTextStripper();
            stripper.setPageEnd("\f");
            return stripper.getText(document);
        }
    }
}
