package jp.fudamori.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Processor time of other processes, as {@code /proc} counts it: user and system, in hundredths of a second. */
final class ProcessorTime {

    private static final int MILLIS_A_TICK = 10;

    private ProcessorTime() {}

    /** Milliseconds of one process. */
    static long of(long pid) {
        return stat(pid).map(stat -> stat.own).orElse(0L) * MILLIS_A_TICK;
    }

    /** Milliseconds of a process and its children, also of those that have ended. */
    static long ofFamily(long pid) {
        var living = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .map(child -> stat(child.pid()))
                .flatMap(Optional::stream)
                .mapToLong(stat -> stat.own)
                .sum();
        var parent = stat(pid).orElseThrow();
        return (parent.own + parent.ended + living) * MILLIS_A_TICK;
    }

    /** Milliseconds of the threads of a JVM that compile: much at first, next to nothing once it is warm. */
    static long ofCompilers(long pid) {
        var tasks = new File("/proc/" + pid + "/task").list();
        return Arrays.stream(tasks == null ? new String[0] : tasks)
                .map(task -> stat(Path.of("/proc", String.valueOf(pid), "task", task, "stat")))
                .flatMap(Optional::stream)
                .filter(stat -> stat.name.matches("C[12] Compiler.*"))
                .mapToLong(stat -> stat.own * MILLIS_A_TICK)
                .sum();
    }

    private record Stat(String name, long own, long ended) {}

    /** Empty where the process has ended. */
    private static Optional<Stat> stat(long pid) {
        return stat(Path.of("/proc", String.valueOf(pid), "stat"));
    }

    private static Optional<Stat> stat(Path file) {
        try {
            var text = Files.readString(file);
            // the name in brackets may hold blanks; utime is the 14th field, the 12th behind it
            var field = text.substring(text.lastIndexOf(')') + 2).split(" ");
            return Optional.of(new Stat(
                    text.substring(text.indexOf('(') + 1, text.lastIndexOf(')')),
                    ticks(field, 11) + ticks(field, 12),
                    ticks(field, 13) + ticks(field, 14)));
        } catch (IOException e) {
            if (Files.exists(file)) {
                throw new UncheckedIOException(e);
            }
            return Optional.empty();
        }
    }

    private static long ticks(String[] field, int index) {
        return Long.parseLong(field[index]);
    }
}
