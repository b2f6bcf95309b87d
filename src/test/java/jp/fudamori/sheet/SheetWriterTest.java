package jp.fudamori.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import jp.fudamori.common.Spelling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetWriterTest {

    private static final Column NUMBER =
            new Column("番号", "number", Spelling::plain, text -> text.length() < 5, "4文字以内で入力してください。");
    private static final Column DAY = Column.day("日付", "day");
    private static final Column NOTE =
            new Column("備考", "note", String::strip, text -> text.length() < 30, "30文字未満で入力してください。").optional();
    private static final Sheet<Entry> SHEET = new Sheet<>(
            List.of(NUMBER, DAY, NOTE),
            List.of(NUMBER, DAY),
            cells -> new Entry(cells.text(NUMBER), cells.day(DAY), cells.text(NOTE)));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void writesWhatSpreadsheetsOpen() {
        assertThat(new String(write("1", "見本, \"院\""), UTF_8))
                .isEqualTo("\uFEFF番号,日付,備考\r\n1,2026-11-20,\"見本, \"\"院\"\"\"\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=1+1          | '=1+1",
                "+A1           | '+A1",
                "-A1           | '-A1",
                "@SUM(A1)      | '@SUM(A1)",
                "＝1+1         | '＝1+1",
                "-300          | -300",
                "+81           | +81",
                "-1.5          | -1.5",
                "03-0000-0012  | 03-0000-0012",
                "'quoted       | 'quoted",
            },
            quoteCharacter = '`')
    void letsNoCellBecomeAFormula(String cell, String written) {
        assertThat(new String(write("1", cell), UTF_8)).contains("," + written + "\r\n");
        assertThat(read(write("1", cell)).values()).containsExactly(new Entry("1", TODAY, cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "𠮷田", "髙﨑", "a,b", "\"", "'"})
    void readsBackWhatItWrote(String note) {
        assertThat(read(write("１", note)).values()).containsExactly(new Entry("1", TODAY, note));
    }

    @Test
    void refusesTheSameKeyTwiceByTheNamesOfItsColumns() {
        var file = SheetWriter.write(
                List.of("number", "day", "note"),
                List.of(
                        List.of("1", "2026-11-20", "a"),
                        List.of("1", "2026-11-21", "b"),
                        List.of("１", "2026/11/20", "c")));

        assertThat(read(file).refused()).containsExactly(new Refused(4, "番号・日付", "同じ値の行がこのファイルの中にすでにあります。"));
    }

    @Test
    void refusesALineBreakInACell() {
        assertThat(read(write("1", "a\r\nb")).refused())
                .containsExactly(new Refused(3, "備考", "セルの中に改行があります。1行で入力してください。"));
    }

    @Test
    void writesNoRowOfAnotherWidth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SheetWriter.write(List.of("a", "b"), List.of(List.of("1"))));
    }

    private static byte[] write(String number, String note) {
        return SheetWriter.write(List.of("番号", "日付", "備考"), List.of(List.of(number, "2026-11-20", note)));
    }

    private static Reading<Entry> read(byte[] file) {
        return SheetReader.read(SHEET, new ByteArrayInputStream(file));
    }

    private record Entry(String number, LocalDate day, String note) {}
}
