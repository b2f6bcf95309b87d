package jp.fudamori.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A file as an importer wants it.
 *
 * @param header names of the columns, which are all that the importer knows
 * @param row cells of the n-th row, 0 or more; no two rows have the same key
 */
public record CsvFile(List<String> header, IntFunction<List<String>> row) {

    /** Returns the header and so many rows, every cell in quotes. */
    public byte[] withRows(int count) {
        return of(Stream.concat(Stream.of(header), IntStream.range(0, count).mapToObj(row)));
    }

    static byte[] of(Stream<List<String>> lines) {
        return lines.map(cells -> cells.stream().collect(Collectors.joining("\",\"", "\"", "\"\r\n")))
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }
}
