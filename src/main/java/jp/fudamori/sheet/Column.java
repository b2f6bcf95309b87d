package jp.fudamori.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import jp.fudamori.common.Spelling;

/**
 * One column of a file.
 *
 * @param japanese its name in the header; {@code english} does as well
 * @param required whether a cell must not be blank; the column itself must always be there
 * @param spelling brings a cell to the one spelling that {@code fits} asks for
 * @param demand what a cell must be, in Japanese, for whoever mends the file
 */
public record Column(
        String japanese,
        String english,
        boolean required,
        UnaryOperator<String> spelling,
        Predicate<String> fits,
        String demand) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    /** Control, formatting (right-to-left marks, zero width), private-use and unassigned characters. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final Pattern MARKUP = Pattern.compile("[<>]|&#?\\w+;");

    /** A column where every row must have something. */
    public Column(
            String japanese, String english, UnaryOperator<String> spelling, Predicate<String> fits, String demand) {
        this(japanese, english, true, spelling, fits, demand);
    }

    /** A day from 1900 to 2099; spreadsheets write slashes and drop leading zeros. */
    public static Column day(String japanese, String english) {
        return new Column(
                japanese,
                english,
                text -> Spelling.plain(text).replace('/', '-'),
                Column::isDay,
                "1900年から2099年までの日付を入力してください（例：2026-04-01）。");
    }

    /** The same column, but a cell of it may be blank. */
    public Column optional() {
        return new Column(japanese, english, false, spelling, fits, demand);
    }

    boolean isCalled(String heading) {
        return heading.equals(japanese) || heading.equalsIgnoreCase(english);
    }

    String spell(String cell) {
        return cell.isBlank() ? "" : spelling.apply(cell);
    }

    /** Says in Japanese what is wrong with a cell; empty where nothing is. */
    Optional<String> objection(String cell) {
        if (LINE_BREAK.matcher(cell).find()) {
            return Optional.of("セルの中に改行があります。1行で入力してください。");
        }
        if (UNPRINTABLE.matcher(cell).find()) {
            return Optional.of("制御文字または外字が含まれています。");
        }
        if (MARKUP.matcher(cell).find()) {
            return Optional.of("使用できない記号（< > またはHTMLの表記）が含まれています。");
        }
        if (cell.isBlank()) {
            return required ? Optional.of("入力がありません。" + demand) : Optional.empty();
        }
        return fits.test(spelling.apply(cell)) ? Optional.empty() : Optional.of(demand);
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text, DAY);
    }

    private static boolean isDay(String text) {
        try {
            var year = day(text).getYear();
            return FIRST_YEAR <= year && year <= LAST_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
