package jp.fudamori.web.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.fudamori.application.LineNumber;
import jp.fudamori.holding.HoldingDesk;
import jp.fudamori.web.LoggedIn;
import jp.fudamori.web.PdfAnswer;
import jp.fudamori.web.portal.NoSuchPage;
import jp.fudamori.web.portal.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 電子証明書の一覧, labels for the terminals, and what to do about a letter that is lost. */
@Page
@RequestMapping("/certificates")
class CertificateController {

    private final HoldingDesk holdings;
    private final Clock clock;

    CertificateController(HoldingDesk holdings, Clock clock) {
        this.holdings = holdings;
        this.clock = clock;
    }

    @GetMapping
    String list(LoggedIn caller, Model page) {
        page.addAttribute(
                "certificates",
                holdings.of(Clinic.of(caller)).stream()
                        .map(holding -> CertificateLine.of(holding, LocalDate.now(clock)))
                        .toList());
        return "status/certificates";
    }

    /**
     * @param line {@code 20261122-00042-01}, once for each label; where none is of this clinic, there is no such page
     */
    @GetMapping("/labels.pdf")
    ResponseEntity<byte[]> labels(@RequestParam(defaultValue = "") List<String> line, LoggedIn caller) {
        var institution = Clinic.of(caller);
        var lines =
                line.stream().map(LineNumber::parse).flatMap(Optional::stream).toList();
        var pdf = holdings.labels(institution, lines).orElseThrow(NoSuchPage::new);
        return PdfAnswer.shown(pdf, "labels-" + institution + ".pdf");
    }

    @GetMapping("/lost-letter")
    String lostLetter(LoggedIn caller) {
        Clinic.of(caller);
        return "status/lost-letter";
    }
}
