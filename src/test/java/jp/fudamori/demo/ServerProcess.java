package jp.fudamori.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.fudamori.FudamoriServer;
import org.jspecify.annotations.Nullable;

/** The whole server in a JVM of its own, with the demo accounts; a test can kill it and start it again. */
public final class ServerProcess implements AutoCloseable {

    private static final List<String> LEAN = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m");

    private final Path logs;
    private final DevelopmentPorts ports;
    private final List<String> arguments;
    private final List<String> machine;
    private final DemoClients clients;
    private int starts;
    private @Nullable Process process;

    /**
     * Makes secrets and a certificate authority, and starts nothing yet.
     *
     * @param home an empty folder for secrets and keys
     * @param logs a folder that keeps the output of each start
     * @param sources names of configuration classes besides those of the server
     * @param arguments settings of the server
     */
    public ServerProcess(Path home, Path logs, List<String> sources, List<String> arguments) {
        this(home, logs, sources, arguments, LEAN);
    }

    /** @param machine options of the JVM that the server runs in, in the place of those that make it start fast */
    public ServerProcess(Path home, Path logs, List<String> sources, List<String> arguments, List<String> machine) {
        this.machine = List.copyOf(machine);
        var folders = new DevelopmentFolders(home);
        var secrets = DevelopmentSecrets.keptIn(folders);
        this.ports = DevelopmentPorts.free();
        var urls = DevelopmentUrls.of(ports);
        var ca = new DevelopmentCa(folders.ca(), urls.web());
        ca.createOnce(secrets.read(DevelopmentSecrets.CA_KEYSTORE_PASSWORD));
        var tls = new DevelopmentTls(folders);
        tls.createOnce(secrets.read(DevelopmentSecrets.TLS_KEYSTORE_PASSWORD));
        this.logs = logs;
        this.clients = new DemoClients(urls, new DemoAccounts(secrets), tls);
        this.arguments = Stream.of(
                        ports.asArguments(), ca.asArguments(), tls.asArguments(), places(folders, sources), arguments)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> places(DevelopmentFolders folders, List<String> sources) {
        var own = Stream.of(DemoPeople.class.getName(), TestClassExclusion.class.getName());
        return List.of(
                "--FUDAMORI_SECRETS=" + folders.secrets(),
                "--fudamori.development.home=" + folders.root(),
                "--spring.main.sources=" + Stream.concat(own, sources.stream()).collect(Collectors.joining(",")));
    }

    public DemoClients clients() {
        return clients;
    }

    /** Where the server expects its SMTP server, on this machine. */
    public int smtpPort() {
        return ports.smtp();
    }

    /** Where the server answers, on this machine. */
    public int webPort() {
        return ports.web();
    }

    /** Process id of the server that runs now. */
    public long pid() {
        return running().pid();
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @param lines are on its standard input before it begins to work
     */
    public void start(String... lines) {
        try {
            starts++;
            Files.createDirectories(logs);
            process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Stream.of(lines).forEach(this::tell);
        awaitOutput("Started FudamoriServer");
    }

    private List<String> command() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var program = List.of("-cp", classPath(), FudamoriServer.class.getName());
        return Stream.of(List.of(java), machine, program, arguments)
                .flatMap(List::stream)
                .toList();
    }

    /** The class path of the test; Maven ends it with an empty entry, which would stand for the working folder. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Writes a line to the standard input of the server. */
    public void tell(String line) {
        try {
            var input = running().getOutputStream();
            input.write((line + "\n").getBytes(UTF_8));
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the server has written that text since its start. */
    public void awaitOutput(String text) {
        Patience.await("サーバーが「%s」と言いません（%s）。".formatted(text, log()), () -> output(text));
    }

    /** Tells whether the server has written that text since its start. */
    public boolean hasWritten(String text) {
        try {
            return Files.readString(log()).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> output(String text) {
        if (hasWritten(text)) {
            return Optional.of(text);
        }
        if (!isRunning()) {
            throw new IllegalStateException("サーバーが終了しました（%s）。".formatted(log()));
        }
        return Optional.empty();
    }

    /** SIGKILL: the server has no time for anything. */
    public void kill() {
        try {
            running().destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (isRunning()) {
            kill();
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("never started");
        }
        return process;
    }

    private Path log() {
        return logs.resolve("server-%d.log".formatted(starts));
    }
}
