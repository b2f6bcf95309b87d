package jp.fudamori.ca.lint;

import java.util.Arrays;
import java.util.List;

/** Rules for the key of the holder, the same as for a key that somebody sends in. */
final class KeyRules {

    static final List<Rule> ALL = Arrays.stream(KeyRule.values())
            .map(rule -> new Rule(rule.ruleName(), rule.source(), draft -> rule.holdsFor(draft.key())))
            .toList();

    private KeyRules() {}
}
