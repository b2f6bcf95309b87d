package jp.fudamori.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * One of the costly parts of an application, made over and over by as many threads as there are processors.
 *
 * @param millis processor time of the thread for a piece
 * @param perSecond pieces by all threads together
 */
record Part(double millis, double perSecond) {

    static Part measure(int warmUp, int pieces, Supplier<?> work) {
        repeat(warmUp, work);
        var begin = System.nanoTime();
        var nanos = repeat(pieces, work);
        var seconds = (System.nanoTime() - begin) / 1e9;
        return new Part(nanos / 1e6 / pieces, pieces / seconds);
    }

    /** Returns the processor time of all threads, in nanoseconds. */
    private static long repeat(int pieces, Supplier<?> work) {
        var left = new AtomicInteger(pieces);
        var nanos = new AtomicLong();
        Clients.run(Runtime.getRuntime().availableProcessors(), client -> {
            var threads = ManagementFactory.getThreadMXBean();
            var begin = threads.getCurrentThreadCpuTime();
            while (left.getAndDecrement() > 0) {
                if (work.get() == null) {
                    throw new IllegalStateException("nothing was made");
                }
            }
            nanos.addAndGet(threads.getCurrentThreadCpuTime() - begin);
        });
        return nanos.get();
    }
}
