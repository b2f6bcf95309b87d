package jp.fudamori.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads one file of a given shape, and collects what is wrong with it.
 *
 * <p>A file is CSV (RFC 4180) in UTF-8, with or without byte order mark, or Windows-31J; 32 MiB, 1 to 100,000 rows and
 * 2,000 characters a row at most. Columns that the sheet does not know are left unread.
 */
public final class SheetReader<T> {

    public static final int MOST_ROWS = 100_000;
    public static final int MOST_REFUSALS = 1_000;
    static final int LONGEST_LINE = 2_000;

    private final Sheet<T> sheet;
    private final Map<Column, Integer> positions = new LinkedHashMap<>();
    private final Set<List<String>> keys = new HashSet<>();
    private final List<Row<T>> rows = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    private SheetReader(Sheet<T> sheet) {
        this.sheet = sheet;
    }

    /** What is wrong with the file stands in the answer, each with its line and column. */
    public static <T> Reading<T> read(Sheet<T> sheet, InputStream file) {
        var reader = new SheetReader<>(sheet);
        reader.read(SheetText.bytes(file));
        return new Reading<>(reader.rows, reader.refused);
    }

    private void read(byte[] file) {
        if (file.length > SheetText.MOST_BYTES) {
            refuse(0, "", "ファイルが大きすぎます。32MiB以内に分割してください。");
            return;
        }
        SheetText.decode(file)
                .ifPresentOrElse(
                        this::parse, () -> refuse(0, "", "文字コードを判別できません。UTF-8またはWindows-31J（シフトJIS）で保存してください。"));
    }

    private void parse(Reader text) {
        try (var parser = CSVFormat.RFC4180.parse(text)) {
            parseLines(parser);
        } catch (IOException | UncheckedIOException e) {
            refuse(0, "", "CSVの形式が正しくありません。引用符（\"）の対応を確認してください。");
        }
    }

    private void parseLines(CSVParser parser) {
        var lines = parser.iterator();
        if (!lines.hasNext()) {
            refuse(0, "", "ファイルが空です。");
            return;
        }
        int width = readHeader(lines.next());
        if (refused.isEmpty()) {
            readRows(lines, width, parser);
        }
    }

    private void readRows(Iterator<CSVRecord> lines, int width, CSVParser parser) {
        while (lines.hasNext() && refused.size() < MOST_REFUSALS) {
            var line = lines.next();
            if (isEmpty(line)) {
                continue;
            }
            if (rows.size() == MOST_ROWS) {
                refuse(parser.getCurrentLineNumber(), "", "行数が多すぎます。%,d行以内に分割してください。".formatted(MOST_ROWS));
                return;
            }
            readLine(line, width, parser.getCurrentLineNumber());
        }
        if (rows.isEmpty() && refused.isEmpty()) {
            refuse(0, "", "見出しのほかに、データの行がありません。");
        }
    }

    /** Returns the number of columns; those of other names are left unread. */
    private int readHeader(CSVRecord header) {
        for (var column : sheet.columns()) {
            var found = IntStream.range(0, header.size())
                    .filter(position -> column.isCalled(header.get(position).strip()))
                    .toArray();
            if (found.length == 1) {
                positions.put(column, found[0]);
            } else {
                refuse(1, column.japanese(), found.length == 0 ? "見出しにこの列がありません。" : "見出しにこの列が複数あります。");
            }
        }
        return header.size();
    }

    private void readLine(CSVRecord line, int width, long number) {
        if (line.stream().mapToInt(String::length).sum() > LONGEST_LINE) {
            refuse(number, "", "行が長すぎます。%,d文字以内にしてください。".formatted(LONGEST_LINE));
        } else if (line.size() != width) {
            refuse(number, "", "列の数が見出しと一致しません。");
        } else {
            readCells(line, number);
        }
    }

    private void readCells(CSVRecord line, long number) {
        var cells = new HashMap<Column, String>();
        positions.forEach((column, position) -> {
            var cell = Formulas.restore(line.get(position));
            column.objection(cell)
                    .ifPresentOrElse(
                            reason -> refuse(number, column.japanese(), reason),
                            () -> cells.put(column, column.spell(cell)));
        });
        if (cells.size() < positions.size()) {
            return;
        }
        if (keys.add(sheet.key().stream().map(cells::get).toList())) {
            rows.add(new Row<>(number, sheet.record().apply(new Cells(cells))));
        } else {
            refuse(number, keyName(), "同じ値の行がこのファイルの中にすでにあります。");
        }
    }

    private String keyName() {
        return sheet.key().stream().map(Column::japanese).collect(Collectors.joining("・"));
    }

    private void refuse(long line, String column, String reason) {
        if (refused.size() < MOST_REFUSALS) {
            refused.add(new Refused(line, column, reason));
        }
    }

    private static boolean isEmpty(CSVRecord line) {
        return line.size() == 1 && line.get(0).isEmpty();
    }
}
