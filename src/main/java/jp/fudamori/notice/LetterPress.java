package jp.fudamori.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import jp.fudamori.paper.AddressWindow;
import jp.fudamori.paper.Addressee;
import jp.fudamori.paper.Office;
import jp.fudamori.paper.Paper;
import jp.fudamori.paper.Typeface;
import org.springframework.stereotype.Component;

/** Lays out notice letters as PDF; the same contents give the same bytes. */
@Component
class LetterPress {

    private final Typeface typeface;
    private final Office office;
    private final LetterLabels labels = new LetterLabels();

    LetterPress(Typeface typeface, Office office) {
        this.typeface = typeface;
        this.office = office;
    }

    LetterPages print(LetterContents contents) {
        try (var paper = new Paper(typeface, description(contents))) {
            try (var sheet = paper.sheet()) {
                var window = new AddressWindow(paper.typesetting(), addressee(contents.dossier()));
                new CoverPage(contents, office, labels).draw(sheet, window);
            }
            try (var sheet = paper.sheet()) {
                new SecretsPage(contents, office, labels).draw(sheet);
            }
            return new LetterPages(paper.bytes(), paper.typesetting().unprintable());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Paper.Description description(LetterContents contents) {
        return new Paper.Description(labels.get("title") + " " + contents.number(), office.name(), contents.issuedOn());
    }

    private static Addressee addressee(Dossier dossier) {
        var institution = dossier.institution();
        return new Addressee(
                institution.postalCode(),
                institution.address(),
                institution.name(),
                dossier.particulars().contactName() + " 様");
    }
}
