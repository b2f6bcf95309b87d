package jp.fudamori.web.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the names of several like terminals: 受付パソコン and 3 become 受付パソコン1, 受付パソコン2, 受付パソコン3. */
final class TerminalSeries {

    /** Field of the form that takes them. */
    static final String FIELD = "terminalNames";

    /** As many as one application takes. */
    static final int MOST = 50;

    private static final String BUTTON = "_series";
    private static final String NAME = "_seriesName";
    private static final String COUNT = "_seriesCount";

    private TerminalSeries() {}

    static boolean asked(HttpServletRequest request) {
        return request.getParameter(BUTTON) != null;
    }

    /** Returns what was typed, with the names added on lines of their own; unchanged where there is nothing to add. */
    static Map<String, String> added(HttpServletRequest request, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        var name = Optional.ofNullable(request.getParameter(NAME)).orElse("").strip();
        var names = name.isEmpty()
                ? ""
                : IntStream.rangeClosed(1, count(request))
                        .mapToObj(number -> name + number)
                        .collect(Collectors.joining("\n"));
        all.merge(FIELD, names, (typed, more) -> (typed.strip() + "\n" + more).strip());
        return all;
    }

    private static int count(HttpServletRequest request) {
        try {
            var count = Integer.parseInt(
                    Optional.ofNullable(request.getParameter(COUNT)).orElse("0"));
            return count <= MOST ? count : 0;
        } catch (NumberFormatException notOneOfOurOptions) {
            return 0;
        }
    }
}
