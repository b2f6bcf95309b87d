package jp.fudamori.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.RenewalReason;
import jp.fudamori.certificate.ReplacementReason;
import jp.fudamori.common.Refusal;
import jp.fudamori.renewal.RenewalDesk;
import jp.fudamori.renewal.RenewalHandover;
import jp.fudamori.web.TerminalHolder.Typed;
import jp.fudamori.web.TerminalTickets.Ticket;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages on which a terminal renews its certificate and fetches the new one; no session, each form has its ticket.
 */
@Controller
@RequestMapping(DownloadGate.RENEWAL)
class TerminalRenewalController {

    private final TerminalHolder holder;
    private final TerminalTickets tickets;
    private final TerminalRenewalPage pages;
    private final RenewalDesk desk;
    private final RenewalHandover handover;

    TerminalRenewalController(
            TerminalHolder holder,
            TerminalTickets tickets,
            TerminalRenewalPage pages,
            RenewalDesk desk,
            RenewalHandover handover) {
        this.holder = holder;
        this.tickets = tickets;
        this.pages = pages;
        this.desk = desk;
        this.handover = handover;
    }

    @GetMapping
    ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
        return holder.byCertificate(request)
                .map(line -> pages.ofCase(new Ticket(line, true), HttpStatus.OK, response))
                .orElseGet(() -> pages.ofNobody(HttpStatus.OK, "", response));
    }

    /** Who cannot show a certificate has the account, and the letter of the terminal. */
    @PostMapping("/login")
    ModelAndView logIn(@ModelAttribute Typed typed, HttpServletRequest request, HttpServletResponse response) {
        var line = holder.byAccount(typed, request);
        return pages.ofCase(new Ticket(line, false), HttpStatus.OK, response);
    }

    @PostMapping("/state")
    ModelAndView state(
            @RequestParam(name = "_ticket", defaultValue = "") String text,
            HttpServletRequest request,
            HttpServletResponse response) {
        var ticket = tickets.read(text);
        holder.of(ticket, request);
        return pages.ofCase(ticket.orElseThrow(), HttpStatus.OK, response);
    }

    @PostMapping
    ModelAndView renew(
            @RequestParam(name = "_ticket", defaultValue = "") String text,
            @RequestParam(name = "_text", defaultValue = "") String textHash,
            @RequestParam(defaultValue = "false") boolean consent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var ticket = tickets.read(text);
        var line = holder.of(ticket, request);
        if (!consent) {
            return pages.again(ticket.orElseThrow(), "consent", "発行料に同意するときは、チェックを入れてください。", response);
        }
        if (!pages.isTodaysText(textHash)) {
            return pages.again(ticket.orElseThrow(), "consent", "発行料のご案内が新しくなりました。お読みのうえ、もう一度お答えください。", response);
        }
        renewOnce(line);
        return ticket.orElseThrow().byCertificate()
                ? pages.seeOther(response)
                : pages.ofCase(ticket.orElseThrow(), HttpStatus.OK, response);
    }

    /** Who presses twice sees what the first time did. */
    private void renewOnce(LineNumber line) {
        try {
            desk.requestAtTerminal(line);
        } catch (Refusal refusal) {
            if (refusal.reason() != ReplacementReason.ALREADY_REPLACED) {
                throw refusal;
            }
        }
    }

    @PostMapping("/file")
    Object file(
            @RequestParam(name = "_ticket", defaultValue = "") String text,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            HttpServletResponse response) {
        var ticket = tickets.read(text);
        var line = holder.of(ticket, request);
        if (!password.equals(repeated)) {
            return pages.again(ticket.orElseThrow(), "repeated", "2回の入力が一致しません。もう一度、同じパスワードを入力してください。", response);
        }
        try {
            return fetched(line, password, request);
        } catch (Refusal refusal) {
            var message = requireNonNull(refusal.getMessage());
            return refusal.reason() == RenewalReason.PASSWORD_NOT_ALLOWED
                    ? pages.again(ticket.orElseThrow(), "password", message, response)
                    : pages.refused(ticket.orElseThrow(), message, response);
        }
    }

    private ResponseEntity<byte[]> fetched(LineNumber line, String password, HttpServletRequest request) {
        return DownloadPages.attachment(handover.fetch(line, password, DownloadGate.caller(request)));
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletResponse response) {
        return pages.ofNobody(
                HttpStatus.FORBIDDEN, Optional.ofNullable(refusal.getMessage()).orElse(""), response);
    }
}
