package jp.fudamori.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.fudamori.paper.Office;
import jp.fudamori.paper.Typeface;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {

    private static final Office OFFICE = new Office(
            "札守電子証明書発行センター（デモ）",
            "100-0000",
            "東京都千代田区見本町1-2-3",
            "000-0000-0000",
            "平日 9時から17時まで",
            URI.create("https://portal.fudamori.example/status/lookup"),
            URI.create("https://download.fudamori.example/download"));

    private final Documents documents = new Documents(new DocumentPress(new Typeface(), OFFICE));

    @ParameterizedTest
    @CsvSource({"cps-1.0, 共通認証局運用規程（CP/CPS） 第1.0版, 7.1 証明書のプロファイル", "guide-1.0, 電子証明書の発行等申請の手引き 第1.0版, 4.4 なくしたとき"})
    void hasTitleContentsAndEveryPageNumber(String name, String title, String section) throws IOException {
        try (var pdf = open(name)) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(title);
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("ja");
            assertThat(text(pdf, 1, 1)).contains("見本（デモ）の発行センター");
            assertThat(text(pdf, 2, 2)).contains("目次");
            for (int page = 2; page <= pdf.getNumberOfPages(); page++) {
                assertThat(text(pdf, page, page).strip()).endsWith(String.valueOf(page));
            }
            assertThat(text(pdf, pageInContents(pdf, section), pageInContents(pdf, section)))
                    .contains(section);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cps-1.0", "guide-1.0"})
    void printsEveryCharacterInAnEmbeddedTypeface(String name) throws IOException {
        try (var pdf = open(name)) {
            assertThat(text(pdf, 1, pdf.getNumberOfPages())).doesNotContain("〓");
            for (var page : pdf.getPages()) {
                for (var font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void followsTheOutlineOfRfc3647() throws IOException {
        try (var pdf = open("cps-1.0")) {
            assertThat(text(pdf, 2, 4))
                    .containsSubsequence(
                            "1. はじめに",
                            "2. 公開とリポジトリの責任",
                            "3. 識別と認証",
                            "4. 証明書のライフサイクル",
                            "5. 設備、管理および運用上の統制",
                            "6. 技術的なセキュリティ統制",
                            "7. 証明書、CRL、OCSPのプロファイル",
                            "8. 準拠性の監査",
                            "9. そのほかの業務と法的な事項");
        }
    }

    @Test
    void isTheSameFileEachTime() {
        var again = new Documents(new DocumentPress(new Typeface(), OFFICE));

        assertThat(again.find(Documents.GUIDE).orElseThrow())
                .isEqualTo(documents.find(Documents.GUIDE).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cps-9.9", "../application", "", "consent/2026-11-01"})
    void knowsNoOtherName(String name) {
        assertThat(documents.find(name)).isEmpty();
    }

    private PDDocument open(String name) throws IOException {
        var pdf = documents.find(name).orElseThrow();
        Files.createDirectories(Path.of("target", "documents"));
        Files.write(Path.of("target", "documents", name + ".pdf"), pdf);
        return Loader.loadPDF(pdf);
    }

    /** The number that stands after a section in the contents. */
    private static int pageInContents(PDDocument pdf, String section) throws IOException {
        var line = text(pdf, 2, 4)
                .lines()
                .filter(one -> one.startsWith(section))
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(line.substring(section.length()).strip());
    }

    private static String text(PDDocument pdf, int first, int last) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(first);
        stripper.setEndPage(last);
        return stripper.getText(pdf);
    }
}
