package jp.fudamori.institution;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One column of a registry file.
 *
 * @param japanese its name in the header; {@code english} does as well
 * @param spelling brings a cell to the one spelling that {@code fits} asks for
 * @param demand what a cell must be, in Japanese, for whoever mends the file
 */
record Column(String japanese, String english, UnaryOperator<String> spelling, Predicate<String> fits, String demand) {

    /** Control, formatting (right-to-left marks, zero width), private-use and unassigned characters. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final Pattern MARKUP = Pattern.compile("[<>]|&#?\\w+;");

    boolean isCalled(String heading) {
        return heading.equals(japanese) || heading.equalsIgnoreCase(english);
    }

    /** Says in Japanese what is wrong with a cell; empty where nothing is. */
    Optional<String> objection(String cell) {
        if (UNPRINTABLE.matcher(cell).find()) {
            return Optional.of("制御文字または外字が含まれています。");
        }
        if (MARKUP.matcher(cell).find()) {
            return Optional.of("使用できない記号（< > またはHTMLの表記）が含まれています。");
        }
        if (cell.isBlank()) {
            return Optional.of("入力がありません。" + demand);
        }
        return fits.test(spelling.apply(cell)) ? Optional.empty() : Optional.of(demand);
    }
}
