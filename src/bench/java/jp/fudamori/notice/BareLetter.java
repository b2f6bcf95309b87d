package jp.fudamori.notice;

/** A letter alone, from contents that are at hand to its PDF. */
public final class BareLetter {

    private final LetterPress press = new LetterPress(new LetterFonts(), Example.OFFICE);
    private final LetterContents contents = Example.letter();

    /** Returns the PDF, two pages. */
    public byte[] print() {
        return press.print(contents).pdf();
    }
}
