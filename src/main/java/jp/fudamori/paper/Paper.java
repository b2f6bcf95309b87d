package jp.fudamori.paper;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** A document being printed to PDF; the same sheets and description give the same bytes. */
public final class Paper implements Closeable {

    /**
     * What a reader's window tells about a document.
     *
     * @param author the issuing office
     * @param day date of the document, not the day of printing
     */
    public record Description(String title, String author, LocalDate day) {}

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final PDDocument document = new PDDocument();
    private final Typesetting typesetting;

    public Paper(Typeface typeface, Description description) throws IOException {
        this.typesetting = new Typesetting(typeface, document);
        describe(description);
    }

    /** Adds an empty page, which must be closed before the next one is added. */
    public Sheet sheet() throws IOException {
        return new Sheet(document, typesetting);
    }

    public Typesetting typesetting() {
        return typesetting;
    }

    /** Returns the PDF; can be called once, when all sheets are closed. */
    public byte[] bytes() throws IOException {
        var pdf = new ByteArrayOutputStream();
        document.save(pdf);
        return pdf.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    /** Metadata must come from the description alone; left to the library it would tell the time of printing. */
    private void describe(Description description) {
        document.setDocumentId((long) description.title().hashCode());
        var information = document.getDocumentInformation();
        information.setTitle(description.title());
        information.setAuthor(description.author());
        information.setCreationDate(GregorianCalendar.from(description.day().atStartOfDay(JAPAN)));
        document.getDocumentCatalog().setLanguage("ja");
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }
}
