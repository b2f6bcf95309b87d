package jp.fudamori.notice;

import jp.fudamori.paper.Typeface;

/** A letter alone, from contents that are at hand to its PDF. */
public final class BareLetter {

    private final LetterPress press = new LetterPress(new Typeface(), Example.OFFICE);
    private final LetterContents contents = Example.letter();

    /** Returns the PDF, two pages. */
    public byte[] print() {
        return press.print(contents).pdf();
    }
}
