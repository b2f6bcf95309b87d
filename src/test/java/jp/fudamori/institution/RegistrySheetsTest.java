package jp.fudamori.institution;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.fudamori.sheet.Reading;
import jp.fudamori.sheet.Refused;
import jp.fudamori.sheet.Row;
import jp.fudamori.sheet.SheetReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySheetsTest {

    private static final String HEADER = "医療機関コード,名称,分類,郵便番号,所在地,電話番号,登録日\r\n";
    private static final String ROW = "1330100016,見本髙﨑歯科医院,2,160-9900,東京都新宿区見本町1丁目1番13号,03-0000-0012,2001-10-22";
    private static final Institution INSTITUTION = new Institution(
            new InstitutionCode("1330100016"),
            "見本髙﨑歯科医院",
            Classification.DENTAL,
            PointTable.DENTAL,
            "160-9900",
            "東京都新宿区見本町1丁目1番13号",
            "03-0000-0012",
            LocalDate.of(2001, 10, 22));

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j"})
    void readsEitherEncoding(String charset) {
        assertThat(read((HEADER + ROW).getBytes(Charset.forName(charset))).rows())
                .containsExactly(new Row<>(2, INSTITUTION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF" + HEADER + ROW + "\r\n",
                "code,name,CLASSIFICATION,postal_code,address,phone,registered_on\n" + ROW + "\n\n",
                HEADER + "\"１３３０１０００１６\",見本髙﨑歯科医院　,２,１６０９９００,東京都新宿区見本町1丁目1番13号,０３－００００−００１２,2001/10/22",
                "備考,医療機関コード,名称,分類,郵便番号,所在地,電話番号,登録日\r\n開設," + ROW,
            })
    void readsAFileAsPeopleWriteIt(String file) {
        var reading = read(file);

        assertThat(reading.refused()).isEmpty();
        assertThat(reading.rows()).extracting(Row::value).containsExactly(INSTITUTION);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"髙﨑", "𠮷田", "渡邉", "神社", "葛\uDB40\uDD00城", "Ａ＆Ｂ", "A&B", "ﾐﾎﾝ", "見本 会"})
    void keepsANameAsItIsWritten(String name) {
        assertThat(read(HEADER + ROW.replace("見本髙﨑歯科医院", name)).rows())
                .extracting(row -> row.value().name())
                .containsExactly(name);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "1330100016, 133010001, 医療機関コード, a digit lost",
        "1330100016, 4830100016, 医療機関コード, no such prefecture",
        "1330100016, 1320100016, 医療機関コード, no such point table",
        "見本髙﨑歯科医院, '', 名称, nothing there",
        "見本髙﨑歯科医院, '　', 名称, only a space",
        "見本髙﨑歯科医院, <script>, 名称, markup",
        "見本髙﨑歯科医院, A&lt;B, 名称, escaped markup",
        "見本髙﨑歯科医院, 'A\u0007', 名称, a control character",
        "見本髙﨑歯科医院, '\"A\nB\"', 名称, a line break",
        "見本髙﨑歯科医院, 'A\u202EB', 名称, writing turned round",
        "見本髙﨑歯科医院, 'A\uE000', 名称, a private character",
        "',2,', ',5,', 分類, no such classification",
        "160-9900, 160-990, 郵便番号, a digit short",
        "03-0000-0012, 3-0000-0012, 電話番号, no leading zero",
        "03-0000-0012, 03-0000-0012x, 電話番号, a letter",
        "03-0000-0012, 0----------12, 電話番号, hyphens for digits",
        "03-0000-0012, 03-0000-001, 電話番号, nine digits",
        "2001-10-22, 0001-10-22, 登録日, two thousand years off",
        "2001-10-22, 2001-02-29, 登録日, no such day",
        "2001-10-22, 平成13年10月22日, 登録日, another calendar",
    })
    void refusesABadCell(String good, String bad, String column, String because) {
        var reading = read(HEADER + ROW.replace(good, bad));

        assertThat(reading.rows()).as(because).isEmpty();
        assertThat(reading.refused()).extracting(Refused::column).containsExactly(column);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "名称, 101",
        "所在地, 201",
    })
    void refusesWhatIsTooLong(String column, int length) {
        var good = column.equals("名称") ? INSTITUTION.name() : INSTITUTION.address();

        assertThat(read(HEADER + ROW.replace(good, "札".repeat(length - 1))).refused())
                .isEmpty();
        assertThat(read(HEADER + ROW.replace(good, "札".repeat(length))).refused())
                .extracting(Refused::column)
                .containsExactly(column);
    }

    @Test
    void saysEverythingThatIsWrongAndWhere() {
        var reading = read(HEADER
                + ROW + "\r\n\r\n"
                + ROW.replace("1330100016", "1430100016")
                        .replace("160-9900", "1")
                        .replace(",2,", ",9,") + "\r\n"
                + ROW + "\r\n"
                + "1,2,3\r\n"
                + "x".repeat(2001));

        assertThat(reading.refused())
                .containsExactly(
                        new Refused(4, "分類", "1（医科）・2（歯科）・3（調剤）・4（訪問看護）のいずれかを入力してください。"),
                        new Refused(4, "郵便番号", "7桁の数字で入力してください（例：123-4567）。"),
                        new Refused(5, "医療機関コード", "同じ値の行がこのファイルの中にすでにあります。"),
                        new Refused(6, "", "列の数が見出しと一致しません。"),
                        new Refused(7, "", "行が長すぎます。2,000文字以内にしてください。"));
    }

    @Test
    void saysWhichColumnsTheHeaderLacksOrRepeats() {
        assertThat(read("医療機関コード,名称,name,分類,郵便番号,所在地,登録日\n" + ROW).refused())
                .containsExactly(new Refused(1, "名称", "見出しにこの列が複数あります。"), new Refused(1, "電話番号", "見出しにこの列がありません。"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "'', ファイルが空です。",
        "'医療機関コード,名称,分類,郵便番号,所在地,電話番号,登録日', 見出しのほかに、データの行がありません。",
        "'\"医療機関コード,名称', CSVの形式が正しくありません。引用符（\"）の対応を確認してください。",
    })
    void refusesAFileThatIsNone(String file, String reason) {
        assertThat(read(file).refused()).containsExactly(new Refused(0, "", reason));
    }

    @Test
    void refusesAnotherEncoding() {
        assertThat(read((HEADER + ROW).getBytes(UTF_16)).refused())
                .containsExactly(new Refused(0, "", "文字コードを判別できません。UTF-8またはWindows-31J（シフトJIS）で保存してください。"));
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThat(read(new byte[32 * 1024 * 1024 + 1]).refused())
                .containsExactly(new Refused(0, "", "ファイルが大きすぎます。32MiB以内に分割してください。"));
    }

    @Test
    void refusesAFileOfTooManyRows() {
        var rows = IntStream.rangeClosed(0, SheetReader.MOST_ROWS)
                .mapToObj(number -> "133%07d,2023-04-03,控除\n".formatted(number))
                .collect(Collectors.joining("", "code,accepted_on,payment_method\n", ""));

        var reading = SheetReader.read(RegistrySheets.QUALIFICATIONS, new ByteArrayInputStream(rows.getBytes(UTF_8)));

        assertThat(reading.refused()).containsExactly(new Refused(100_002, "", "行数が多すぎます。100,000行以内に分割してください。"));
    }

    @Test
    void stopsAtTheThousandthObjection() {
        assertThat(read(HEADER + "a\n".repeat(2_000)).refused()).hasSize(1_000);
    }

    private static Reading<Institution> read(String file) {
        return read(file.getBytes(UTF_8));
    }

    private static Reading<Institution> read(byte[] file) {
        return SheetReader.read(RegistrySheets.INSTITUTIONS, new ByteArrayInputStream(file));
    }
}
