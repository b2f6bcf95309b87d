package jp.fudamori.holding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.Serial;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.certificate.HeldCertificate;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.paper.Office;
import jp.fudamori.paper.Typeface;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class LabelPressTest {

    private static final InstitutionCode CODE = new InstitutionCode("1330100016");
    private static final Office OFFICE = new Office(
            "札守電子証明書発行センター（デモ）",
            "100-0000",
            "東京都千代田区見本町1-2-3",
            "000-0000-0000",
            "平日 9時から17時まで",
            URI.create("https://portal.fudamori.example/status/lookup"),
            URI.create("https://download.fudamori.example/download"));

    private final LabelPress press = new LabelPress(new Typeface(), OFFICE);

    @Test
    void saysOnEachLabelWhichCertificateTheTerminalHas() throws IOException {
        var pdf = press.print(CODE, holdings(12), LocalDate.of(2026, 11, 24));
        Files.createDirectories(Path.of("target", "documents"));
        Files.write(Path.of("target", "documents", "labels.pdf"), pdf);

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("受付1号機", "受付12号機", "2030年2月24日", "aa10f2937c5e6b0c")
                    .doesNotContain("〓");
        }
    }

    @Test
    void putsTheSameIntoTheQrCode() throws IOException {
        var holdings = holdings(3);

        var codes = decode(press.print(CODE, holdings, LocalDate.of(2026, 11, 24)));

        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(
                        holdings.stream().map(LabelPress::content).toList());
        assertThat(LabelPress.content(holdings.get(0)))
                .contains("受付1号機", holdings.get(0).certificate().serialNumber(), "2030-02-24");
    }

    @Test
    void keepsTheLongestNameOnItsLabel() throws IOException {
        var name = "別館2階 医事課窓口の資格確認端末（予備・夜間専用）管理番号ABC-0012345";
        var pdf = press.print(CODE, List.of(holding(1, name)), LocalDate.of(2026, 11, 24));

        assertThat(decode(pdf)).singleElement().asString().contains(name);
    }

    /** Reads the code of each label that the sheet has room for. */
    private static List<String> decode(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var sheet = new PDFRenderer(document).renderImageWithDPI(0, 254); // ten pixels a millimetre
            return IntStream.range(0, 10)
                    .mapToObj(place ->
                            sheet.getSubimage(186 + 430 + place % 2 * 864, 215 + 20 + place / 2 * 508, 420, 470))
                    .flatMap(label -> decode(label).stream())
                    .toList();
        }
    }

    private static Optional<String> decode(BufferedImage label) {
        var pixels = label.getRGB(0, 0, label.getWidth(), label.getHeight(), null, 0, label.getWidth());
        var source = new RGBLuminanceSource(label.getWidth(), label.getHeight(), pixels);
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    private static List<Holding> holdings(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(position -> holding(position, "受付" + position + "号機"))
                .toList();
    }

    private static Holding holding(int position, String name) {
        var line = new LineNumber(new ApplicationNumber("20261120-00001"), position);
        var issued = new Issued(
                line,
                new Serial("7f3a09c2e45b81d6aa10f2937c5e6b%02x".formatted(position)),
                LocalDate.of(2026, 11, 24),
                LocalDate.of(2030, 2, 24),
                LocalDate.of(2027, 5, 23),
                "RK7M-4TQX-9HWP",
                0);
        return Holding.of(
                new HeldCertificate(issued, false, Optional.empty(), Optional.empty()),
                name,
                false,
                LocalDate.of(2026, 11, 24));
    }
}
