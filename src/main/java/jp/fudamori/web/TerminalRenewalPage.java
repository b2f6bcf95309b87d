package jp.fudamori.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.fee.FeeKind;
import jp.fudamori.renewal.RenewalBoard;
import jp.fudamori.web.TerminalTickets.Ticket;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows a terminal where its renewal stands, and asks the one thing that comes next. */
@Component
class TerminalRenewalPage {

    private final RenewalBoard board;
    private final CertificateDesk certificates;
    private final FeeDesk fees;
    private final TerminalTickets tickets;

    TerminalRenewalPage(RenewalBoard board, CertificateDesk certificates, FeeDesk fees, TerminalTickets tickets) {
        this.board = board;
        this.certificates = certificates;
        this.fees = fees;
        this.tickets = tickets;
    }

    /** @param message why nobody is recognised; empty where nobody tried */
    ModelAndView ofNobody(HttpStatus status, String message, HttpServletResponse response) {
        return DownloadPages.page("renewal", status, response)
                .addObject("stage", "NOBODY")
                .addObject("message", message)
                .addObject("errors", Map.of());
    }

    ModelAndView ofCase(Ticket ticket, HttpStatus status, HttpServletResponse response) {
        var found = board.of(ticket.line()).orElseThrow();
        var text = fees.consentText(FeeKind.RENEWAL);
        return DownloadPages.page("renewal", status, response)
                .addObject("stage", found.stage().name())
                .addObject("message", "")
                .addObject("errors", Map.of())
                .addObject("ticket", tickets.issue(ticket))
                .addObject(
                        "ownKey",
                        found.replacement().filter(certificates::hasOwnKey).isPresent())
                .addObject("terminal", found.terminalName())
                .addObject("serial", certificates.issued(ticket.line()).serialNumber())
                .addObject("validUntil", JapaneseDates.day(found.notAfter()))
                .addObject("renewableFrom", JapaneseDates.day(found.renewableFrom()))
                .addObject(
                        "fetchUntil", found.fetchUntil().map(JapaneseDates::day).orElse(""))
                .addObject("lines", text.text().lines().toList())
                .addObject("hash", text.hash());
    }

    ModelAndView again(Ticket ticket, String field, String message, HttpServletResponse response) {
        return ofCase(ticket, HttpStatus.UNPROCESSABLE_ENTITY, response).addObject("errors", Map.of(field, message));
    }

    /** Why the file is not handed out. */
    ModelAndView refused(Ticket ticket, String message, HttpServletResponse response) {
        return ofCase(ticket, HttpStatus.FORBIDDEN, response).addObject("message", message);
    }

    boolean isTodaysText(String hash) {
        return fees.consentText(FeeKind.RENEWAL).hash().equals(hash);
    }

    ModelAndView seeOther(HttpServletResponse response) {
        response.setHeader("Location", DownloadGate.RENEWAL);
        return DownloadPages.page("renewal", HttpStatus.SEE_OTHER, response)
                .addObject("stage", "MOVED")
                .addObject("message", "")
                .addObject("errors", Map.of());
    }
}
