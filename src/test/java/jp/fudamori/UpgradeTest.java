package jp.fudamori;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** A database that was in use before applications had lines comes to the tables of now, and loses nothing. */
class UpgradeTest {

    private static final String BEFORE_LINES = "009";

    private DriverManagerDataSource database;
    private JdbcClient jdbc;

    @BeforeEach
    void migrateOldRows() throws Exception {
        database = new DriverManagerDataSource(EmbeddedDatabase.freshUrl());
        jdbc = JdbcClient.create(database);
        flyway(BEFORE_LINES).migrate();
        fill();

        flyway("latest").migrate();
    }

    private void fill() throws Exception {
        try (var connection = database.getConnection()) {
            connection.setSchema("fudamori");
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("upgrade/one-terminal.sql"));
        }
    }

    private Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(database)
                .defaultSchema("fudamori")
                .target(target)
                .load();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            every application has its one line     | select count(*) from fudamori.application_line where line = 1 | 3
            the terminal keeps its name            | select terminal_name from fudamori.application_line where application_number like '%1' | 受付PC
            a draft keeps its terminal             | select terminal_names[1] from fudamori.application_draft where contact_name is not null | 受付PC
            a draft has its thirty days            | select min(draft_until) from fudamori.application_draft | 2026-12-20
            a promise counts from its day in Japan | select min(promised_from) from fudamori.certificate_application | 2026-11-20
            the fee is that of the line            | select reference from fudamori.fee | 20261120-00001-01
            the fee stands on its consent          | select consent_reference from fudamori.fee | 20261120-00001
            the fee is in the statement of its month | select statement_month from fudamori.fee | 2026-11-01
            the certificate is that of the line    | select line from fudamori.certificate | 1
            the letter holds the line              | select letter_number from fudamori.letter_line | 2026-000001
            the posting is kept                    | select tracking_number from fudamori.letter_posting | 310-00-00001-0
            the delivery is an event               | select concat_ws(' ', kind, source) from fudamori.letter_event | delivered download
            a mail that waits still waits          | select count(*) from fudamori.mail where sent_at is null | 1
            """)
    void keeps(String what, String question, String answer) {
        assertThat(jdbc.sql(question).query(String.class).single()).as(what).isEqualTo(answer);
    }

    @Test
    void hasNothingLeftToMigrate() {
        assertThat(flyway("latest").info().pending()).isEmpty();
    }
}
