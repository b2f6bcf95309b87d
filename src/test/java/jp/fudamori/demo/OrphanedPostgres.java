package jp.fudamori.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a killed development server leaves behind: a PostgreSQL that still runs, or only its pid file.
 *
 * <p>Whoever calls this owns the folder, so that no living server can be meant.
 */
final class OrphanedPostgres {

    private static final int SECONDS_TO_STOP = 30;

    private final Path directory;
    private final Path pidFile;

    private OrphanedPostgres(Path directory) {
        this.directory = directory;
        this.pidFile = directory.resolve("postmaster.pid");
    }

    /** Stops the PostgreSQL that runs on this directory, if one does, and leaves the directory ready for a start. */
    static void clearAway(Path directory) {
        try {
            new OrphanedPostgres(directory).clearAway();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clearAway() throws IOException {
        if (Files.exists(pidFile)) {
            var orphan = process();
            if (orphan.isPresent()) {
                stop(orphan.get());
            }
            Files.deleteIfExists(pidFile);
        }
    }

    /** The process of the pid file, unless the number has gone to another program since. */
    private Optional<ProcessHandle> process() throws IOException {
        var pid = Files.readAllLines(pidFile).stream().findFirst().orElse("").strip();
        return pid.matches("\\d{1,18}") ? ProcessHandle.of(Long.parseLong(pid)).filter(this::isOurs) : Optional.empty();
    }

    private boolean isOurs(ProcessHandle process) {
        var arguments = process.info().arguments().map(Arrays::asList).orElseGet(Arrays::asList);
        return process.info().command().map(Path::of).filter(this::isPostgres).isPresent()
                && arguments.contains(directory.toString());
    }

    private boolean isPostgres(Path program) {
        return program.getFileName().toString().startsWith("postgres");
    }

    /** With its only client gone, PostgreSQL ends of itself once it is asked to. */
    private void stop(ProcessHandle postgres) {
        postgres.destroy();
        try {
            postgres.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("前回の PostgreSQL（プロセス番号 %d）が止まりません。".formatted(postgres.pid()), e);
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
