package jp.fudamori.sheet;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running a cell as a formula: an apostrophe stands before what would be one, and is taken off
 * again when the file comes back [SOURCES: csv-formulas].
 */
final class Formulas {

    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@＝＋－＠\\t\\r\\n].*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    private Formulas() {}

    static String disarm(String cell) {
        return isFormula(cell) ? "'" + cell : cell;
    }

    static String restore(String cell) {
        return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String cell) {
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches();
    }
}
