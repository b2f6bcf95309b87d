package jp.fudamori.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import jp.fudamori.EmbeddedDatabase;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** Real, durable PostgreSQL from Maven artifacts that keeps its data between starts, laid out like production. */
final class DevelopmentDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final String NAME = "fudamori";

    private final EmbeddedPostgres server;
    private final String password;

    private DevelopmentDatabase(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    /** Starts the server whose files lie in {@code folders}, and creates user and database at the first start. */
    static DevelopmentDatabase start(DevelopmentFolders folders, String password) {
        OrphanedPostgres.clearAway(folders.postgres());
        var database = new DevelopmentDatabase(startServer(folders), password);
        database.createOnce();
        return database;
    }

    private static EmbeddedPostgres startServer(DevelopmentFolders folders) {
        try {
            return EmbeddedDatabase.durable()
                    .setOverrideWorkingDirectory(folders.postgresPrograms().toFile())
                    .setDataDirectory(folders.postgres())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createOnce() {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?")) {
                execute(connection, "create role " + NAME + " login");
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?")) {
                execute(connection, "create database " + NAME + " owner " + NAME);
            }
            execute(connection, "alter role " + NAME + " password '" + password + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, NAME);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://localhost:%d/%s?currentSchema=public,fudamori".formatted(server.getPort(), NAME);
    }

    @Override
    public String getUsername() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return password;
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
