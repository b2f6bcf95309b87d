package jp.fudamori.institution;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes many rows at once by PostgreSQL's {@code copy}, within the running transaction. */
@Component
class BulkCopy {

    private final JdbcTemplate jdbc;

    BulkCopy(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param copy a statement {@code copy ... from stdin with (format csv)} */
    void write(String copy, Stream<List<String>> rows) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            var database = connection.unwrap(PGConnection.class);
            try (var stream = new PGCopyOutputStream(database, copy);
                    var writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
                    var printer = new CSVPrinter(writer, CSVFormat.POSTGRESQL_CSV)) {
                printer.printRecords(rows);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        });
    }
}
