package jp.fudamori.bench;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several threads that do the same, each with its own number. */
final class Clients {

    static final int COUNT = 4;

    private Clients() {}

    /** What a client does, over and over as it likes. */
    @FunctionalInterface
    interface Work {

        void run(int client) throws Exception;
    }

    /** Returns when all have done their work; the first failure is the failure of all. */
    static void run(Work work) {
        run(COUNT, work);
    }

    static void run(int count, Work work) {
        var threads = Executors.newFixedThreadPool(count);
        try {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < count; i++) {
                var client = i;
                running.add(threads.submit(() -> {
                    work.run(client);
                    return client;
                }));
            }
            for (var future : running) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
