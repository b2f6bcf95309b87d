package jp.fudamori;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/** Real, durable PostgreSQL from Maven artifacts; one server a JVM, one database for each who asks. */
public final class EmbeddedDatabase {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private EmbeddedDatabase() {}

    /** Builder with the durability that the library switches off switched on again. */
    public static EmbeddedPostgres.Builder durable() {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "120")
                .setPGStartupWait(Duration.ofSeconds(60));
    }

    /** Starts, or starts again, the server whose files lie in {@code directory}. */
    public static EmbeddedPostgres keptIn(Path directory) {
        try {
            return durable()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates an empty database and returns its JDBC address, laid out like production: engine in {@code public}. */
    public static String freshUrl() {
        var name = "test" + COUNTER.incrementAndGet();
        try (var connection = Shared.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url(Shared.SERVER, name);
    }

    public static String url(EmbeddedPostgres server, String database) {
        return server.getJdbcUrl("postgres", database) + "&currentSchema=public,fudamori";
    }

    private static final class Shared {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                var server = durable().setRegisterShutdownHook(false).start();
                // after the servers that use it, which still write when they stop
                SpringApplication.getShutdownHandlers().add(() -> close(server));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
