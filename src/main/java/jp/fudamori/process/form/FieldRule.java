package jp.fudamori.process.form;

import java.util.Optional;

/** What one kind of component asks of a value. */
interface FieldRule {

    /**
     * Returns the value that the process gets; never called with what {@link #isBlank} holds to be nothing.
     *
     * @throws BrokenRule if the value breaks the rule
     */
    Object read(Object entered);

    /** Whether this is what the browser sends where nothing was entered. */
    default boolean isBlank(Object entered) {
        return entered instanceof String text && text.codePoints().allMatch(FieldRule::isSpace);
    }

    /** What the process gets where nothing was entered. */
    default Optional<Object> blank() {
        return Optional.empty();
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
