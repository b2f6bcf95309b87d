package jp.fudamori.notice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;
import java.util.List;
import jp.fudamori.common.JapaneseDates;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** Puts letters one after the other into one PDF; the same letters give the same bytes. */
@Component
class LetterBinder {

    byte[] bind(LetterBatch batch, List<byte[]> letters) {
        try (var bound = new PDDocument()) {
            var merger = new PDFMergerUtility();
            for (var pdf : letters) {
                try (var letter = Loader.loadPDF(pdf)) {
                    merger.appendDocument(bound, letter);
                }
            }
            describe(bound, batch);
            var bytes = new ByteArrayOutputStream();
            bound.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(PDDocument bound, LetterBatch batch) {
        bound.setDocumentId(batch.number());
        var information = bound.getDocumentInformation();
        information.setTitle("発行通知書 差出し束 " + batch.number());
        information.setCreationDate(GregorianCalendar.from(batch.closedAt().atZone(JapaneseDates.TOKYO)));
    }
}
