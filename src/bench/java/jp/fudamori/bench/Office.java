package jp.fudamori.bench;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.fudamori.Client;
import jp.fudamori.demo.ServerProcess;
import org.springframework.util.FileSystemUtils;

/** The real server in a JVM of its own with 512 MB, on real PostgreSQL and SMTP, with its job executor working. */
final class Office implements AutoCloseable {

    /** As the image starts it, but for the heap; and a thread that compiles stays, so that its time can be read. */
    static final List<String> MACHINE = List.of(
            "-Xmx512m",
            "-XX:+UseParallelGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UseDynamicNumberOfCompilerThreads",
            "-Duser.timezone=Asia/Tokyo");

    private static final Pattern GENERATION = Pattern.compile("Gen .*?used (\\d+)K");

    private static final String ADMINISTRATOR_PASSWORD = "Bench-Only-Root-Person-1";

    private final ServerProcess server;
    private final GreenMail smtp;

    private Office(ServerProcess server, GreenMail smtp) {
        this.server = server;
        this.smtp = smtp;
    }

    /** @param preparedKeys how many key pairs lie ready at most */
    static Office open(Path folder, String databaseUrl, int preparedKeys) {
        return open(folder, databaseUrl, preparedKeys, List.of());
    }

    /** @param more settings of the server */
    static Office open(Path folder, String databaseUrl, int preparedKeys, List<String> more) {
        var home = folder.resolve("home");
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var settings = List.of(
                "--spring.datasource.url=" + databaseUrl,
                "--spring.datasource.username=postgres",
                "--spring.mail.host=127.0.0.1",
                "--fudamori.ca.key-pool.RSA_2048=" + preparedKeys,
                "--fudamori.account.staff-second-factor=false",
                "--fudamori.account.administrator-password=" + ADMINISTRATOR_PASSWORD);
        var all = Stream.concat(settings.stream(), more.stream()).toList();
        var server = new ServerProcess(home, folder.resolve("logs"), List.of(), all, MACHINE);
        var smtp = new GreenMail(new ServerSetup(server.smtpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        server.start();
        return new Office(server, smtp);
    }

    /** Port of the portal. */
    int webPort() {
        return server.webPort();
    }

    long pid() {
        return server.pid();
    }

    /** Somebody new who has logged in to Tasklist, as people do: once, and then goes by a cookie. */
    Client logIn(NewAccount account) {
        var answer = Client.basic(server.webPort(), "admin", ADMINISTRATOR_PASSWORD)
                .post("/api/accounts", Json.write(account));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return Client.tasklist(server.webPort(), account.id(), account.password());
    }

    /** The same person with the password in every request, as programs do. */
    Client basic(NewAccount account) {
        return Client.basic(server.webPort(), account.id(), account.password());
    }

    /** Empties the mailbox, whose content would fill our memory. */
    int takeMails() {
        var count = smtp.getReceivedMessages().length;
        try {
            smtp.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
        return count;
    }

    /** Bytes that are still in use after a full collection of garbage, in all generations. */
    long heapInUse() {
        Programs.run("jcmd", String.valueOf(pid()), "GC.run");
        var heap = Programs.run("jcmd", String.valueOf(pid()), "GC.heap_info").replaceAll("(?s)Metaspace.*", "");
        return GENERATION
                .matcher(heap)
                .results()
                .mapToLong(generation -> Long.parseLong(generation.group(1)) * 1024)
                .sum();
    }

    @Override
    public void close() {
        server.close();
        smtp.stop();
    }

    /** What {@code POST /api/accounts} takes; without institution for the staff. */
    record NewAccount(
            String id,
            String name,
            String mail,
            List<String> roles,
            String institution,
            String password,
            boolean mustChangePassword) {

        static NewAccount clinic(String id, String institution) {
            return new NewAccount(
                    id, id, id + "@example.jp", List.of("clinic"), institution, "Bench-Only-Clinic-1", false);
        }

        static NewAccount staff(String id, String role) {
            return new NewAccount(id, id, id + "@example.jp", List.of(role), null, "Bench-Only-Staff-1", false);
        }

        Map<String, String> asUser() {
            return Map.of("userId", id);
        }
    }
}
