package jp.fudamori.certificate;

import java.util.List;
import java.util.Optional;
import jp.fudamori.common.Refusal;

/**
 * Which terminal of an application is which after a correction, for the keys that clinics bring for them.
 *
 * @param before names in the order of the lines
 * @param after the same, at most as many
 * @param keyed those of the new names for which a key of their own waits
 */
record CorrectedTerminals(List<String> before, List<String> after, List<String> keyed) {

    /**
     * Returns the place of a terminal in the new order, from 0; empty where it is no longer applied for. One with a new
     * name is known as the only one of those, or by its place among as many as before.
     *
     * @param place of the terminal in the old order, from 0
     * @throws Refusal {@code key-without-terminal} where it may be one of several, or none
     */
    Optional<Integer> placeOf(int place) {
        var same = after.indexOf(before.get(place));
        if (same >= 0) {
            return Optional.of(same);
        }
        return after.size() == before.size() ? Optional.of(renamed(place)) : removed(place);
    }

    private int renamed(int place) {
        var fresh = fresh();
        if (fresh.size() == 1) {
            return after.indexOf(fresh.get(0));
        }
        if (!fresh.contains(after.get(place))) {
            throw unclear(before.get(place));
        }
        return place;
    }

    private Optional<Integer> removed(int place) {
        if (!keyed.containsAll(fresh())) {
            throw unclear(before.get(place));
        }
        return Optional.empty();
    }

    private List<String> fresh() {
        return after.stream().filter(name -> !before.contains(name)).toList();
    }

    private static Refusal unclear(String terminal) {
        return new Refusal(
                OwnKeyReason.KEY_WITHOUT_TERMINAL,
                "「%s」には、医療機関で作成した鍵（持込鍵）が登録されていますが、どの端末名称等に変わったのか分かりません。端末の順番を変えないか、新しい端末名称等で鍵をもう一度登録してから、補正してください。"
                        .formatted(terminal));
    }
}
