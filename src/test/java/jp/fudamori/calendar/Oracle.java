package jp.fudamori.calendar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What others published or computed about the days of Japan [SOURCES: holidays]. */
final class Oracle {

    private static final CSVFormat WITH_HEADER =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private Oracle() {}

    static Stream<CSVRecord> rows(String file) {
        var resource = Objects.requireNonNull(Oracle.class.getResourceAsStream("/calendar/" + file));
        try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            return WITH_HEADER.parse(reader).getRecords().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
