package jp.fudamori.process;

import java.util.function.Supplier;

/** What the server asks of the engine for itself, whatever the rights of the user for whom it works just now. */
public interface OwnBehalf {

    /** Runs the query on this thread; afterwards the engine knows the user again. */
    <T> T ask(Supplier<T> query);
}
