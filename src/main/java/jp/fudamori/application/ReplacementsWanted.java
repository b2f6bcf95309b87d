package jp.fudamori.application;

import java.util.List;

/**
 * Lines are about to be submitted that shall take the place of these; whoever knows better refuses now, before anything
 * is written.
 */
public record ReplacementsWanted(List<LineNumber> replaced) {

    public ReplacementsWanted {
        replaced = List.copyOf(replaced);
    }
}
