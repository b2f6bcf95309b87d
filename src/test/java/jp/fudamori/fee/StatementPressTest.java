package jp.fudamori.fee;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import jp.fudamori.account.AccountId;
import jp.fudamori.fee.Statement.Addressed;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.Qualification.PaymentMethod;
import jp.fudamori.paper.Office;
import jp.fudamori.paper.Typeface;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;

class StatementPressTest {

    private static final Path PREVIEW = Path.of("target", "fee-preview");
    private static final Closing CLOSING = new Closing(
            YearMonth.of(2026, 11),
            YearMonth.of(2027, 1),
            LocalDate.of(2027, 1, 29),
            Instant.parse("2026-12-01T00:15:00Z"),
            new AccountId("supervisor-a"));
    private static final Office OFFICE = new Office(
            "札守電子証明書発行センター（デモ）",
            "100-0000",
            "東京都千代田区見本町1-2-3 札守ビル",
            "000-0000-0000",
            "平日 9時00分から17時00分まで（土日・祝日・年末年始を除く）",
            URI.create("https://portal.fudamori.example/applications"),
            URI.create("https://download.fudamori.example/download"));
    private static final InstitutionCode CODE = new InstitutionCode("1330100016");

    private final StatementPress press = new StatementPress(
            new Typeface(), OFFICE, new FeeSettings("2026-11-01", 2, "見本銀行 本店営業部 普通預金 0000000 札守電子証明書発行センター（デモ）"));

    @Test
    void slipSaysWhoOwesWhatAndUntilWhen() throws IOException {
        var text = print("slip", press.slips(CLOSING, 1, List.of(statement(2, 1, 1500)), entries(3)));

        assertThat(text)
                .contains("払込請求書", "請求番号 202611-000001", "2026年12月1日")
                .contains("〒100-0005", "医療法人社団さくら会 さくら歯科クリニック", "御中")
                .contains("1,500円", "支払期限 2027年1月29日（金）", "2026年11月分")
                .contains("20261101-00001 2026年11月1日 電子証明書の発行 1 1,500円")
                .contains("発行料の取消し 1 -1,500円", "合計 1,500円")
                .contains("振込手数料は、お客様のご負担となります。", "見本銀行 本店営業部");
    }

    @Test
    void oneInstitutionHasOneSheetUnlessItsEntriesNeedMore() throws IOException {
        assertThat(pages(press.slips(CLOSING, 1, List.of(statement(8, 1, 10500)), entries(9))))
                .isEqualTo(1);

        var longer = press.slips(CLOSING, 1, List.of(statement(80, 1, 118500)), entries(81));

        assertThat(pages(longer)).isEqualTo(4);
        assertThat(print("slip-long", longer)).contains("次の用紙のとおり 81 118,500円", "81件中 1〜40件目", "81件中 81〜81件目");
    }

    @Test
    void longestNamesStayOnTheSheet() throws IOException {
        var addressee = new Addressed("医療法人社団" + "鶴".repeat(94), "100-0005", "東京都" + "亀".repeat(197));
        var longest = new Statement("202611-000001", PaymentMethod.INVOICE, CODE, addressee, 1, 0, 1500);

        var text = print("slip-longest", press.slips(CLOSING, 1, List.of(longest), entries(1)));

        assertThat(text.replace(" ", "")).contains("鶴".repeat(94), "亀");
    }

    @Test
    void summaryHasTheTotalsByMethodAndByPrefecture() throws IOException {
        var statements = List.of(
                statement(PaymentMethod.DEDUCTION, "0110113719", 3, 0, 4500),
                statement(PaymentMethod.DEDUCTION, "1330100016", 2, 1, 1500),
                statement(PaymentMethod.INVOICE, "1330100024", 1, 0, 1500),
                statement(PaymentMethod.INVOICE, "2739900021", 0, 1, -1500));

        var text = print("summary", press.summary(CLOSING, statements));

        assertThat(text)
                .contains("発行料 月次集計表 2026年11月分", "2026年12月1日（火）9時15分", "supervisor-a")
                .contains("診療報酬からの控除 2 5 1 6,000円")
                .contains("払込請求書による振込み 2 1 1 0円")
                .contains("合計 4 6 2 6,000円")
                .contains("01 北海道 1 3 0 4,500円", "13 東京都 2 3 1 3,000円", "27 大阪府 1 0 1 -1,500円")
                .contains("1機関は、取消しが計上以上のため払込請求書がありません（合計 -1,500円）");
    }

    @Test
    void everyPrefectureHasARowOnThePage() throws IOException {
        var statements = IntStream.rangeClosed(1, 47)
                .mapToObj(number -> statement(PaymentMethod.DEDUCTION, "%02d30100016".formatted(number), 1, 0, 1500))
                .toList();

        var pdf = press.summary(CLOSING, statements);

        assertThat(pages(pdf)).isEqualTo(2);
        assertThat(print("summary-full", pdf)).contains("47 沖縄県 1 1 0 1,500円", "合計 47 47 0 70,500円");
    }

    @Test
    void sameStatementsGiveTheSameBytes() {
        var statements = List.of(statement(2, 1, 1500));

        assertThat(press.slips(CLOSING, 1, statements, entries(3)))
                .isEqualTo(press.slips(CLOSING, 1, statements, entries(3)));
        assertThat(press.summary(CLOSING, statements)).isEqualTo(press.summary(CLOSING, statements));
    }

    private static Statement statement(int posted, int cancelled, long yen) {
        return statement(PaymentMethod.INVOICE, CODE.value(), posted, cancelled, yen);
    }

    private static Statement statement(PaymentMethod method, String code, int posted, int cancelled, long yen) {
        var addressee = new Addressed("医療法人社団さくら会　さくら歯科クリニック", "100-0005", "東京都千代田区丸の内一丁目2番3号　丸の内さくらビルディング4階");
        return new Statement("202611-000001", method, new InstitutionCode(code), addressee, posted, cancelled, yen);
    }

    /** The last of several is a cancellation. */
    private static List<StatementEntry> entries(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new StatementEntry(
                        CODE,
                        "20261101-%05d".formatted(number),
                        LocalDate.of(2026, 11, 1).plusDays((number - 1) % 30),
                        number == count && count > 1,
                        1,
                        number == count && count > 1 ? -1500 : 1500))
                .toList();
    }

    private static int pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    /** Keeps the paper for whoever wants to look at it, and returns its text with single blanks. */
    private static String print(String name, byte[] pdf) throws IOException {
        Files.createDirectories(PREVIEW);
        Files.write(PREVIEW.resolve(name + ".pdf"), pdf);
        var pdftotext = new ProcessBuilder("pdftotext", "-layout", "-enc", "UTF-8", name + ".pdf", "-")
                .directory(PREVIEW.toFile())
                .start();
        return new String(pdftotext.getInputStream().readAllBytes(), UTF_8).replaceAll("[\\s　]+", " ");
    }
}
