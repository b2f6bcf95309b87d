package jp.fudamori.bench;

import java.util.Collection;

/** How long many of the same took. */
record Durations(double[] sortedMillis) {

    static Durations ofMillis(Collection<Double> millis) {
        return new Durations(
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    /** @param share 0.99 for what 99 of 100 stay below */
    double percentile(double share) {
        if (sortedMillis.length == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        var rank = (int) Math.ceil(share * sortedMillis.length);
        return sortedMillis[Math.max(rank, 1) - 1];
    }
}
