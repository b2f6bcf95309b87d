package jp.fudamori.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import jp.fudamori.common.Refusal;

/** Several at once who want the same. */
final class Race {

    private static final int RUNNERS = 4;

    private Race() {}

    /**
     * Returns how it ended for each: empty for who got it, otherwise why not.
     *
     * @param run is given the number of the runner, from 0
     * @throws ExecutionException if one fails for anything but a refusal
     */
    static List<Optional<Refusal>> run(IntConsumer run) throws ExecutionException, InterruptedException {
        var threads = Executors.newFixedThreadPool(RUNNERS);
        try {
            var running = IntStream.range(0, RUNNERS)
                    .mapToObj(runner -> threads.submit(() -> outcome(run, runner)))
                    .toList();
            var outcomes = new ArrayList<Optional<Refusal>>();
            for (var each : running) {
                outcomes.add(each.get());
            }
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }

    private static Optional<Refusal> outcome(IntConsumer run, int runner) {
        try {
            run.accept(runner);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }
}
