package jp.fudamori.ca.lint;

import java.util.function.Predicate;

/**
 * One thing a certificate must be.
 *
 * @param name in kebab-case, for logs and incidents
 * @param source where that is written: an RFC with its section, a standard, or an entry of docs/SOURCES.md
 */
public record Rule(String name, String source, Predicate<Draft> holds) {

    /** What cannot even be read does not hold. */
    boolean isBrokenBy(Draft draft) {
        try {
            return !holds.test(draft);
        } catch (RuntimeException e) {
            return true;
        }
    }

    @Override
    public String toString() {
        return "%s (%s)".formatted(name, source);
    }
}
