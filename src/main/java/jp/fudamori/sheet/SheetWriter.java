package jp.fudamori.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** Writes a file that spreadsheets open as it is meant, and that {@link SheetReader} reads back. */
public final class SheetWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SheetWriter() {}

    /**
     * Returns CSV (RFC 4180) in UTF-8 with byte order mark, lines ended by CR LF. What a spreadsheet would run as a
     * formula gets an apostrophe before it; plain numbers, negative ones too, stay as they are.
     *
     * @param rows each as wide as the header
     */
    public static byte[] write(List<String> header, List<List<String>> rows) {
        var text = new StringBuilder().append(BYTE_ORDER_MARK);
        try (var printer = CSVFormat.RFC4180.print(text)) {
            printer.printRecord(header);
            for (var row : rows) {
                if (row.size() != header.size()) {
                    throw new IllegalArgumentException(
                            "a row has %d cells, the header %d".formatted(row.size(), header.size()));
                }
                printer.printRecord(row.stream().map(Formulas::disarm));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(UTF_8);
    }
}
