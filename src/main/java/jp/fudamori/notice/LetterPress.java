package jp.fudamori.notice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.springframework.stereotype.Component;

/** Lays out notice letters as PDF; the same contents give the same bytes. */
@Component
class LetterPress {

    private final LetterFonts fonts;
    private final Office office;
    private final LetterLabels labels = new LetterLabels();

    LetterPress(LetterFonts fonts, Office office) {
        this.fonts = fonts;
        this.office = office;
    }

    LetterPages print(LetterContents contents) {
        try (var document = new PDDocument()) {
            describe(document, contents);
            var typesetting = new Typesetting(fonts, document);
            try (var sheet = new Sheet(document, typesetting)) {
                new CoverPage(contents, office, labels).draw(sheet, new AddressWindow(typesetting, contents.dossier()));
            }
            try (var sheet = new Sheet(document, typesetting)) {
                new SecretsPage(contents, office, labels).draw(sheet);
            }
            return new LetterPages(bytes(document), typesetting.unprintable());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Metadata must come from the contents alone; left to the library it would tell the time of printing. */
    private void describe(PDDocument document, LetterContents contents) {
        document.setDocumentId((long) contents.number().hashCode());
        var information = document.getDocumentInformation();
        information.setTitle(labels.get("title") + " " + contents.number());
        information.setAuthor(office.name());
        information.setCreationDate(GregorianCalendar.from(contents.issuedOn()
                .atStartOfDay(TimeZone.getTimeZone("Asia/Tokyo").toZoneId())));
        document.getDocumentCatalog().setLanguage("ja");
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        var pdf = new ByteArrayOutputStream();
        document.save(pdf);
        return pdf.toByteArray();
    }
}
