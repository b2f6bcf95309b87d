package jp.fudamori.sheet;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything that can be wrong with a file, whatever it is about. A test hands each to its importer and expects the
 * message, and that nothing has changed.
 *
 * @param what is wrong, for whoever reads the test's report
 * @param message part of what the importer must say
 */
public record CsvBadInput(String what, byte[] file, String message) {

    /** Returns every kind of bad file that can be made of a good one. */
    public static Stream<CsvBadInput> of(CsvFile good) {
        var columns = IntStream.range(0, good.header().size()).boxed().toList();
        return Stream.of(
                        encodings(good),
                        lines(good),
                        columns.stream().flatMap(column -> header(good, column)),
                        columns.stream().flatMap(column -> cells(good, column)))
                .flatMap(bad -> bad);
    }

    @Override
    public String toString() {
        return what;
    }

    private static Stream<CsvBadInput> encodings(CsvFile good) {
        var badByte = good.withRows(1);
        badByte[badByte.length - 4] = (byte) 0xFF;
        return Stream.of(
                new CsvBadInput("a bad byte", badByte, "文字コードを判別できません"),
                new CsvBadInput(
                        "another encoding", new String(good.withRows(1), UTF_8).getBytes(UTF_16), "文字コードを判別できません"));
    }

    private static Stream<CsvBadInput> lines(CsvFile good) {
        var row = good.row().apply(0);
        var header = good.header();
        var wide = Stream.concat(row.stream(), Stream.of("")).toList();
        return Stream.of(
                new CsvBadInput("no bytes", new byte[0], "ファイルが空です"),
                new CsvBadInput("0 rows", good.withRows(0), "データの行がありません"),
                new CsvBadInput("100,001 rows", good.withRows(100_001), "100,000行以内"),
                new CsvBadInput("a row twice", CsvFile.of(Stream.of(header, row, row)), "同じ値の行"),
                new CsvBadInput("a cell too many", CsvFile.of(Stream.of(header, wide)), "列の数が見出しと一致しません"),
                new CsvBadInput(
                        "no closing quote", (new String(good.withRows(1), UTF_8) + "\"x").getBytes(UTF_8), "引用符"),
                new CsvBadInput(
                        "wrong header",
                        CsvFile.of(Stream.of(
                                header.stream().map(name -> "x" + name).toList(), row)),
                        "見出しにこの列がありません"));
    }

    private static Stream<CsvBadInput> header(CsvFile good, int column) {
        var name = good.header().get(column);
        var missing = CsvFile.of(Stream.of(good.header(), good.row().apply(0)).map(cells -> without(cells, column)));
        var twice = CsvFile.of(Stream.of(good.header(), good.row().apply(0)).map(cells -> twice(cells, column)));
        return Stream.of(
                new CsvBadInput("no column " + name, missing, "見出しにこの列がありません"),
                new CsvBadInput("twice the column " + name, twice, "見出しにこの列が複数あります"));
    }

    private static Stream<CsvBadInput> cells(CsvFile good, int column) {
        var name = good.header().get(column);
        return Stream.of(
                new CsvBadInput("a new line in " + name, with(good, column, "%s\r\nx"), "改行"),
                new CsvBadInput("a bell in " + name, with(good, column, "%s\u0007"), "制御文字"),
                new CsvBadInput("writing turned round in " + name, with(good, column, "%s\u202e"), "制御文字"),
                new CsvBadInput("HTML in " + name, with(good, column, "%s<b>"), "使用できない記号"),
                new CsvBadInput("too much in " + name, with(good, column, "%s" + "x".repeat(2_001)), "2,000文字以内"));
    }

    private static byte[] with(CsvFile good, int column, String format) {
        var row = new ArrayList<>(good.row().apply(0));
        row.set(column, format.formatted(row.get(column)));
        return CsvFile.of(Stream.of(good.header(), row));
    }

    private static List<String> without(List<String> cells, int column) {
        var fewer = new ArrayList<>(cells);
        fewer.remove(column);
        return fewer;
    }

    private static List<String> twice(List<String> cells, int column) {
        var more = new ArrayList<>(cells);
        more.add(cells.get(column));
        return more;
    }
}
