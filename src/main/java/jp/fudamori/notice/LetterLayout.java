package jp.fudamori.notice;

import java.io.IOException;
import java.util.List;
import jp.fudamori.paper.Sheet;
import jp.fudamori.paper.Style;

/**
 * Which page of a letter holds what: the cover, with the list of certificates where it has room for it; else the list
 * on pages of its own; then one page of secrets for each certificate.
 */
final class LetterLayout {

    private static final Style FOOT = Style.regular(9);

    private final LetterContents contents;
    private final LineTable table;
    private final List<List<LetterContents.Line>> listPages;

    LetterLayout(LetterContents contents, LineTable table) {
        this.contents = contents;
        this.table = table;
        this.listPages = isSingle() || table.height(contents.lines()) <= CoverPage.ROOM_FOR_LIST
                ? List.of()
                : table.pages(contents.lines(), ListPage.ROOM);
    }

    LetterContents contents() {
        return contents;
    }

    LineTable table() {
        return table;
    }

    boolean isSingle() {
        return contents.lines().size() == 1;
    }

    /** The list on pages of its own; empty where it stands on the cover. */
    List<List<LetterContents.Line>> listPages() {
        return listPages;
    }

    /** Number of the page with the secrets of a certificate. */
    int pageOf(LetterContents.Line line) {
        return 2 + listPages.size() + contents.lines().indexOf(line);
    }

    /** Where the secrets stand, in words: {@code ２枚目}. */
    String secretsPages() {
        var first = fullWidth(2 + listPages.size()) + "枚目";
        return isSingle() ? first : first + "以降";
    }

    /** Letter number and page at the foot. */
    void foot(Sheet sheet, LetterLabels labels, int page) throws IOException {
        var pages = 1 + listPages.size() + contents.lines().size();
        sheet.textRight(
                Sheet.RIGHT,
                287,
                FOOT,
                labels.get("letter-number") + " " + contents.number() + "　" + fullWidth(page) + "／" + fullWidth(pages));
    }

    private static String fullWidth(int number) {
        return String.valueOf(number)
                .chars()
                .mapToObj(digit -> Character.toString(digit - '0' + '０'))
                .reduce("", String::concat);
    }
}
