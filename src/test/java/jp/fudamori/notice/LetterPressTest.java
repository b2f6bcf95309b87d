package jp.fudamori.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.paper.Sheet;
import jp.fudamori.paper.Typeface;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterPressTest {

    private static final Path PREVIEW = Path.of("target", "letter-preview");

    private final LetterPress press = new LetterPress(new Typeface(), Example.OFFICE);

    @Test
    void firstPageSaysWhatWasIssuedAndShowsNoSecret() throws IOException {
        var text = text(print("letter", Example.letter()).pdf(), 1);

        assertThat(text)
                .contains("電子証明書発行通知書", "2026年11月24日", "通知書番号　2026-000042")
                .contains("〒100-0005", "医療法人社団さくら会　さくら歯科クリニック", "医療事務課　髙﨑 德濵 様")
                .contains("札守電子証明書発行センター（デモ）", "電話 000-0000-0000")
                .containsPattern("受付番号\\s+20261120-00001")
                .containsPattern("医療機関コード\\s+1330100016")
                .containsPattern("端末名称等\\s+オンライン資格確認パソコン")
                .containsPattern("証明書シリアル番号\\s+7f3a09c2e45b81d6aa10f2937c5e6b48")
                .containsPattern("有効期間\\s+2026年11月24日 から 2030年2月24日 まで")
                .doesNotContain("RK7M", "C8FD", "VB7Q");
    }

    @Test
    void secondPageShowsEachSecretAsOneWord() throws IOException {
        var words = List.of(text(print("letter", Example.letter()).pdf(), 2).split("\\s+"));

        assertThat(words)
                .contains("RK7M-4TQX-9HWP", "C8FDR-W3ZK-P6HMX", "VB7QH-N4WXE-9TAR3-KGY6S")
                .contains("https://download.fudamori.example/download", "2027年5月23日（日）", "23時59分")
                .contains("リファレンスID", "認可コード", "証明書パスワード", "ダウンロード期限");
    }

    @Test
    void whereTheClinicMadeItsKeyTheLetterSaysThatThereIsNoPassword() throws IOException {
        var text = text(print("own-key", Example.letterForOwnKey()).pdf(), 2);

        assertThat(text)
                .contains("RK7M-4TQX-9HWP", "C8FDR-W3ZK-P6HMX")
                .containsPattern("証明書パスワード\\s+なし（鍵は、医療機関で作成したものを使います）")
                .contains("PEM形式", "鍵を作成した端末または装置に")
                .doesNotContain("VB7QH", "証明書パスワードを入力", "だれでも電子証明書を使用できます");
    }

    @Test
    void aFewCertificatesAreListedOnTheCover() throws IOException {
        var pdf = print("three", Example.letter(3)).pdf();

        assertThat(pages(pdf)).isEqualTo(4);
        assertThat(text(pdf, 1))
                .containsPattern("枚数\\s+3枚")
                .containsPattern("01 受付1号機 7f3a09c2e45b81d6aa10f2937c5e6b48")
                .containsPattern("03 受付3号機 7f3a09c2e45b81d6aa10f2937c5e6b4a")
                .contains("２枚目以降", "１／４")
                .doesNotContain("RK7M");
        assertThat(text(pdf, 3))
                .contains("受付2号機", "7f3a09c2e45b81d6aa10f2937c5e6b49", "枚番 02", "RK7M-4TQX-9H02", "３／４");
    }

    @Test
    void manyCertificatesAreListedOnPagesOfTheirOwn() throws IOException {
        var pdf = print("fifty", Example.letter(50)).pdf();

        assertThat(pages(pdf)).isEqualTo(1 + 3 + 50);
        assertThat(text(pdf, 1)).containsPattern("枚数\\s+50枚").contains("５枚目以降").doesNotContain("受付1号機", "RK7M");
        assertThat(text(pdf, 2) + text(pdf, 3) + text(pdf, 4))
                .contains(IntStream.rangeClosed(1, 50)
                        .mapToObj("%02d "::formatted)
                        .toList())
                .doesNotContain("RK7M");
        assertThat(text(pdf, 54)).contains("枚番 50", "RK7M-4TQX-9H50", "５４／５４");
        assertThat(positions(pdf))
                .allSatisfy(position -> assertThat(position.getX() + position.getWidth())
                        .isLessThanOrEqualTo(points(Sheet.RIGHT) + 0.5f))
                .allSatisfy(position -> assertThat(position.getY()).isLessThan(points(290)));
    }

    @Test
    void textComesOutOfPdftotextExactly() throws IOException {
        print("letter", Example.letter());

        var text = new String(pdftotext("letter.pdf").getInputStream().readAllBytes(), UTF_8);

        assertThat(text.replaceAll("\\s+", " "))
                .contains("医療事務課 髙﨑 德濵 様", "端末名称等 オンライン資格確認パソコン")
                .contains("RK7M-4TQX-9HWP", "C8FDR-W3ZK-P6HMX", "VB7QH-N4WXE-9TAR3-KGY6S");
    }

    @ParameterizedTest
    @ValueSource(strings = {"髙﨑德濵邉邊閒", "神祐福禎羽﨟", "塡剝頰噓葛辻", "黑焰瀨濹凞曻丨", "㈱№℡①Ⅳ〜～－—", "ｶﾅ半角AZ09", "𡈽𣘺𩸽"})
    void printsEveryCharacterAsItself(String name) throws IOException {
        var pages = print("rare", letterOf(name, "東京都" + name));

        assertThat(pages.sheets().unprintable()).isEmpty();
        assertThat(text(pages.pdf(), 1)).contains(name + "\n", "東京都" + name + "\n");
    }

    @Test
    void showsAGetaForWhatTheTypefaceLacksAndTellsSo() throws IOException {
        var pages = print("geta", letterOf("𠮷田\u0007歯科👍", "東京都"));

        assertThat(pages.sheets().unprintable()).containsExactlyInAnyOrder("𠮷", "U+0007", "👍");
        assertThat(text(pages.pdf(), 1)).contains("〓田〓歯科〓");
    }

    @Test
    void printsTheOrdinaryFormOfAVariantAndTellsSo() throws IOException {
        var pages = print("variant", letterOf("葛\uDB40\uDD00城歯科", "東京都"));

        assertThat(pages.sheets().unprintable()).containsExactly("U+E0100");
        assertThat(text(pages.pdf(), 1)).contains("葛城歯科\n");
    }

    @Test
    void longestNamesAndAddressesStayInTheWindowAndOnThePage() throws IOException {
        var dossier = new Dossier(
                Example.application(new ApplicationNumber("20261120-00001"), "鷹".repeat(40), "端".repeat(40)),
                Example.institution("医療法人社団" + "鶴".repeat(94), "東京都" + "亀".repeat(197)),
                Example.clinic());

        var pages = print("longest", Example.letter(dossier));

        assertThat(text(pages.pdf(), 1).replace("\n", "")).contains("亀".repeat(197), "鶴".repeat(94), "鷹".repeat(40));
        assertThat(positions(pages.pdf()))
                .allSatisfy(position -> assertThat(position.getX() + position.getWidth())
                        .isLessThanOrEqualTo(points(Sheet.RIGHT) + 0.5f))
                .allSatisfy(position -> assertThat(position.getY()).isLessThan(points(290)))
                .filteredOn(position -> "亀鶴鷹".contains(position.getUnicode()))
                .allSatisfy(position -> assertThat(position.getY()).isLessThan(points(60)))
                .allSatisfy(position ->
                        assertThat(position.getX() + position.getWidth()).isLessThan(points(110)));
    }

    @Test
    void sameContentsGiveTheSameBytesOnAllThreads() throws Exception {
        var expected = press.print(Example.letter()).pdf();
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<byte[]> print = () -> press.print(Example.letter()).pdf();
            for (var pdf : threads.invokeAll(
                    IntStream.range(0, 40).mapToObj(i -> print).toList())) {
                assertThat(pdf.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void embedsASubsetOfTheTypefaceAndNamesItselfInJapanese() throws IOException {
        var pdf = print("letter", Example.letter()).pdf();

        assertThat(pdf).hasSizeLessThan(150_000);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("電子証明書発行通知書 2026-000042");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ja");
            for (var name : document.getPage(0).getResources().getFontNames()) {
                var font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+BIZUDGothic-(Regular|Bold)");
                assertThat(font.getCOSObject().getItem(COSName.TO_UNICODE)).isNotNull();
            }
        }
    }

    private static Process pdftotext(String file) {
        try {
            return new ProcessBuilder("pdftotext", "-layout", "-enc", "UTF-8", file, "-")
                    .directory(PREVIEW.toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError("pdftotext is missing; ./verify installs it (Debian package poppler-utils)", e);
        }
    }

    private LetterPages print(String name, LetterContents contents) throws IOException {
        var pages = press.print(contents);
        Files.createDirectories(PREVIEW);
        Files.write(PREVIEW.resolve(name + ".pdf"), pages.pdf());
        return pages;
    }

    private static LetterContents letterOf(String name, String address) {
        return Example.letter(new Dossier(
                Example.application(new ApplicationNumber("20261120-00001")),
                Example.institution(name, address),
                Example.clinic()));
    }

    private static String text(byte[] pdf, int page) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        }
    }

    private static int pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static List<TextPosition> positions(byte[] pdf) throws IOException {
        var all = new ArrayList<TextPosition>();
        try (var document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    all.addAll(positions);
                }
            }.getText(document);
        }
        return all;
    }

    private static float points(float millimetres) {
        return millimetres / Sheet.MILLIMETRES_PER_POINT;
    }
}
