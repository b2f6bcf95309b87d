package jp.fudamori.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.fudamori.EmbeddedDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL as in production, durable, with two additions: it remembers when each transaction was committed, and makes
 * no checkpoint of its own accord, so that no run pays for the page images of another.
 */
final class Database implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Path directory;

    private Database(EmbeddedPostgres server, Path directory) {
        this.server = server;
        this.directory = directory;
    }

    static Database start(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
            var server = EmbeddedDatabase.durable()
                    .setDataDirectory(directory)
                    .setServerConfig("track_commit_timestamp", "on")
                    .setServerConfig("checkpoint_timeout", "1h")
                    .setServerConfig("max_wal_size", "16GB")
                    .start();
            return new Database(server, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates an empty database and returns its JDBC address. */
    String create(String name) {
        JdbcClient.create(server.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return EmbeddedDatabase.url(server, name);
    }

    /** Connections for what only looks; a handful. */
    static JdbcClient connect(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(4);
        return JdbcClient.create(pool);
    }

    /** The process whose children are all other processes of the server. */
    long postmaster() {
        try {
            var lines = Files.readAllLines(directory.resolve("postmaster.pid"));
            return Long.parseLong(lines.get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
