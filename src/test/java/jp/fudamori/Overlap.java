package jp.fudamori;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Two transactions at once, of which the second has to wait for the first. */
public record Overlap(TransactionOperations transaction, JdbcClient jdbc) {

    /** Does the first, and before it is committed the second, which has to wait for it. */
    public <T> T whileNotCommitted(Runnable first, Supplier<T> second) throws Exception {
        CompletableFuture<T> other = transaction.execute(status -> {
            first.run();
            var waiting = waiting();
            var started = CompletableFuture.supplyAsync(second);
            while (waiting() == waiting && !started.isDone()) {
                Thread.onSpinWait();
            }
            return started;
        });
        return other.get(60, TimeUnit.SECONDS);
    }

    private long waiting() {
        return jdbc.sql("select count(*) from pg_locks where not granted")
                .query(Long.class)
                .single();
    }
}
