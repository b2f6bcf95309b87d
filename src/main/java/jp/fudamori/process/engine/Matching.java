package jp.fudamori.process.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.query.QueryProperty;
import org.jspecify.annotations.Nullable;

/** The conditions, order and pages of the engine's queries, applied to a list in memory. An absent condition holds. */
final class Matching {

    private Matching() {}

    static boolean equal(@Nullable String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }

    static boolean among(String @Nullable [] wanted, String actual) {
        return wanted == null || Arrays.asList(wanted).contains(actual);
    }

    /** @param pattern as in SQL: {@code %} for any text, {@code _} for one character */
    static boolean like(@Nullable String pattern, String actual) {
        if (pattern == null) {
            return true;
        }
        var regex = Pattern.quote(pattern).replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q");
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                .matcher(actual)
                .matches();
    }

    static <T> List<T> page(
            Stream<T> found, ListQueryParameterObject query, Map<QueryProperty, Function<T, String>> properties) {
        return found.sorted(order(query.getOrderingProperties(), properties))
                .skip(query.getFirstResult())
                .limit(query.getMaxResults())
                .toList();
    }

    private static <T> Comparator<T> order(
            List<QueryOrderingProperty> wanted, Map<QueryProperty, Function<T, String>> properties) {
        Comparator<T> order = (one, other) -> 0;
        for (var property : wanted) {
            var next = Comparator.comparing(properties.getOrDefault(property.getQueryProperty(), any -> ""));
            order = order.thenComparing(Direction.DESCENDING.equals(property.getDirection()) ? next.reversed() : next);
        }
        return order;
    }
}
