package jp.fudamori.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Other programs that a run starts. */
final class Programs {

    private Programs() {}

    /** Runs a tool of the JDK and returns what it prints. */
    static String run(String tool, String... arguments) {
        var command = new ArrayList<>(List.of(jdk(tool)));
        command.addAll(List.of(arguments));
        return run(new ProcessBuilder(command).redirectErrorStream(true));
    }

    /** Runs a class of ours in a JVM of its own, like that of the server, and returns what it prints. */
    static String java(Path errors, Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(jdk("java")));
        command.addAll(Office.MACHINE);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return run(new ProcessBuilder(command).redirectError(errors.toFile()));
    }

    /** The same, going on beside us. */
    static Process start(Path errors, Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(jdk("java")));
        command.addAll(Office.MACHINE);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(errors.toFile())
                .start();
    }

    /** The same in a JVM that is set up in another way. */
    static void java(Path errors, List<String> machine, Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(jdk("java")));
        command.addAll(machine);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        run(new ProcessBuilder(command).redirectError(errors.toFile()));
    }

    private static String jdk(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static String run(ProcessBuilder builder) {
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(builder.command().get(0) + " failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
