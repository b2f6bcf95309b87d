package jp.fudamori.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevelopmentDatabaseTest {

    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void losesNothingWhenThePowerFails(String setting) throws Exception {
        try (var database = start()) {
            assertThat(query(database, "show " + setting)).isEqualTo("on");
        }
    }

    @Test
    void keepsItsDataBetweenStarts() throws Exception {
        try (var database = start()) {
            execute(database, "create table letter as select '札' as content");
        }

        try (var database = start()) {
            assertThat(query(database, "select content from letter")).isEqualTo("札");
        }
    }

    @Test
    void takesTheDirectoryBackFromAnOrphan() throws Exception {
        var orphan = start();
        execute(orphan, "create table letter as select '守' as content");
        var process = ProcessHandle.of(pid()).orElseThrow();

        OrphanedPostgres.clearAway(folders().postgres());
        assertThat(process.isAlive()).isFalse();
        orphan.close();

        try (var database = start()) {
            assertThat(query(database, "select content from letter")).isEqualTo("守");
        }
    }

    @Test
    void startsAlthoughThePidFileNamesAnotherProgram() throws Exception {
        start().close();
        var ourselves = ProcessHandle.current().pid();
        Files.writeString(folders().postgres().resolve("postmaster.pid"), ourselves + "\n");

        try (var database = start()) {
            assertThat(query(database, "select 'here'")).isEqualTo("here");
        }
    }

    private DevelopmentFolders folders() {
        return new DevelopmentFolders(root);
    }

    private long pid() throws Exception {
        return Long.parseLong(Files.readAllLines(folders().postgres().resolve("postmaster.pid"))
                .get(0));
    }

    private DevelopmentDatabase start() {
        return DevelopmentDatabase.start(folders(), "a-password");
    }

    private static String query(DevelopmentDatabase database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(DevelopmentDatabase database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(DevelopmentDatabase database) throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }
}
