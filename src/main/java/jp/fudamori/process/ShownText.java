package jp.fudamori.process;

/** The rule for texts that forms show: the engine keeps 4,000 characters of each. */
final class ShownText {

    /** UTF-16 units, which are never fewer than the characters that the database counts. */
    static final int LONGEST = 4000;

    private static final String REST = "\n（以下略）";

    private ShownText() {}

    /** Returns the text, or its first lines and a note that there are more. */
    static String fitting(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        var room = LONGEST - REST.length();
        var lastLine = text.lastIndexOf('\n', room);
        return text.substring(0, lastLine > 0 ? lastLine : text.offsetByCodePoints(0, room / 2)) + REST;
    }
}
