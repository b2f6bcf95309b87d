package jp.fudamori.process.fault;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.fudamori.EmbeddedDatabase;
import jp.fudamori.demo.Patience;
import jp.fudamori.demo.ServerProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** A durable database that outlives the servers on it, each in a JVM of its own with an SMTP server beside it. */
final class TestOffice implements AutoCloseable {

    private static final String QUIET = """
            select count(*) from public.act_ru_job
             where retries_ > 0 and handler_type_ <> 'history-cleanup'
               and (duedate_ is null or duedate_ <= now()::timestamp)
            """;

    private final Path files = folder();
    private EmbeddedPostgres postgres = start(durable());
    private final String url = EmbeddedDatabase.url(postgres, "postgres");
    private final DataSource database = new DriverManagerDataSource(url);
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final List<ServerProcess> servers;
    private final List<GreenMail> smtp;
    private final Path keystore;

    /**
     * @param home an empty folder for secrets and keys
     * @param logs the folder below {@code target} that keeps what each server writes; there is a server for each
     */
    TestOffice(Path home, String... logs) {
        keystore = home.toAbsolutePath().resolve("ca").resolve("ca.p12");
        servers = Arrays.stream(logs).map(name -> server(home, name)).toList();
        smtp = servers.stream().map(TestOffice::mailFor).toList();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("office").resolve("postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres.Builder durable() {
        return EmbeddedDatabase.durable().setDataDirectory(files).setCleanDataDirectory(false);
    }

    private static EmbeddedPostgres start(EmbeddedPostgres.Builder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerProcess server(Path home, String logs) {
        return new ServerProcess(
                home,
                Path.of("target", logs),
                List.of(PowerCut.class.getName()),
                List.of(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.hikari.maximum-pool-size=10",
                        "--spring.mail.host=127.0.0.1",
                        "--fudamori.ca.key-pool.RSA_2048=0",
                        "--fudamori.renewal.campaign-cron=* * * * * *",
                        "--fudamori.renewal.batch=3",
                        "--camunda.bpm.job-execution.wait-time-in-millis=250",
                        "--camunda.bpm.job-execution.max-wait=500"));
    }

    private static GreenMail mailFor(ServerProcess server) {
        var mail = new GreenMail(new ServerSetup(server.smtpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }

    ServerProcess server() {
        return servers.get(0);
    }

    List<ServerProcess> servers() {
        return servers;
    }

    /** Starts a server and waits until its people can log in, the last of them too. */
    void start(ServerProcess server) {
        server.start();
        var last = "select count(*) from fudamori.account where account_id = 'analyst1'";
        Patience.await("見本のアカウントがありません。", () -> Optional.of(number(last)).filter(accounts -> accounts == 1));
    }

    /** The Message-IDs of the mails of which the database does not know that they are sent. */
    List<String> unsentMails() {
        return jdbc.sql("select message_id from fudamori.mail where sent_at is null")
                .query(String.class)
                .list();
    }

    /** Lets the next try of every job that failed come now. */
    void hastenRetries() {
        jdbc.sql("""
                update public.act_ru_job set duedate_ = ?
                 where handler_type_ = 'async-continuation' and duedate_ is not null and lock_owner_ is null
                """).param(Timestamp.from(Instant.now())).update();
    }

    /** Lets the renewal campaign of today begin once more. */
    void beginCampaign() {
        jdbc.sql("update fudamori.renewal_campaign set day = null").update();
    }

    /** SIGKILL. */
    void kill(ServerProcess server) {
        server.kill();
        expireLocks();
    }

    /** What a dead server, or a cut connection, holds locked is free now and not in five minutes. */
    private void expireLocks() {
        jdbc.sql("update public.act_ru_job set lock_exp_time_ = ? where lock_owner_ is not null")
                .param(Timestamp.from(Instant.now()))
                .update();
    }

    DataSource database() {
        return database;
    }

    /** SIGQUIT, the immediate shutdown of PostgreSQL: what was not committed is gone, the next start recovers. */
    void crashDatabase() {
        try {
            var pid = Long.parseLong(
                    Files.readAllLines(files.resolve("postmaster.pid")).get(0));
            var postmaster = ProcessHandle.of(pid).orElseThrow();
            new ProcessBuilder("kill", "-QUIT", String.valueOf(pid)).start().waitFor();
            postmaster.onExit().get(30, TimeUnit.SECONDS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts it again where it was. */
    void startDatabase() {
        var port = postgres.getPort();
        closeDatabase();
        postgres = start(durable().setPort(port));
        expireLocks();
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** Does something while the authority's keystore is away. */
    void withoutKey(Runnable meanwhile) {
        var away = keystore.resolveSibling("away");
        try {
            Files.move(keystore, away);
            try {
                meanwhile.run();
            } finally {
                Files.move(away, keystore);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until no job is left that could run now. */
    void awaitQuiet() {
        Patience.await("ジョブが残っています。", () -> Optional.of(number(QUIET)).filter(jobs -> jobs == 0));
    }

    int number(String query, Object... parameters) {
        return jdbc.sql(query)
                .params(Arrays.asList(parameters))
                .query(Integer.class)
                .single();
    }

    /** How many mails came from each server. */
    List<Integer> receivedByNode() {
        return smtp.stream().map(server -> server.getReceivedMessages().length).toList();
    }

    /** How often each mail was received, by its Message-ID. */
    Map<String, Long> received() {
        return smtp.stream()
                .flatMap(server -> Stream.of(server.getReceivedMessages()))
                .map(mail -> {
                    try {
                        return mail.getMessageID();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Override
    public void close() {
        servers.forEach(ServerProcess::close);
        smtp.forEach(GreenMail::stop);
        closeDatabase();
        FileSystemUtils.deleteRecursively(files.toFile());
    }

    private void closeDatabase() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
