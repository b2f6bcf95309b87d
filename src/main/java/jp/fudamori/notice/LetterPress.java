package jp.fudamori.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import jp.fudamori.notice.Letter.Sheets;
import jp.fudamori.paper.AddressWindow;
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
            var addressee = Addressees.of(contents.dossier());
            var layout = new LetterLayout(contents, new LineTable(paper.typesetting(), labels));
            try (var sheet = paper.sheet()) {
                new CoverPage(layout, office, labels).draw(sheet, new AddressWindow(paper.typesetting(), addressee));
            }
            drawList(paper, layout);
            drawSecrets(paper, layout);
            var sheets = new Sheets(
                    contents.issuedOn(), addressee, paper.typesetting().unprintable());
            return new LetterPages(paper.bytes(), sheets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void drawList(Paper paper, LetterLayout layout) throws IOException {
        for (int page = 0; page < layout.listPages().size(); page++) {
            try (var sheet = paper.sheet()) {
                new ListPage(layout, labels).draw(sheet, page);
            }
        }
    }

    private void drawSecrets(Paper paper, LetterLayout layout) throws IOException {
        for (var line : layout.contents().lines()) {
            try (var sheet = paper.sheet()) {
                new SecretsPage(layout, office, labels).draw(sheet, line);
            }
        }
    }

    private Paper.Description description(LetterContents contents) {
        return new Paper.Description(labels.get("title") + " " + contents.number(), office.name(), contents.issuedOn());
    }
}
