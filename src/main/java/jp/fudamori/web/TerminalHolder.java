package jp.fudamori.web;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import jp.fudamori.account.Account;
import jp.fudamori.account.LogInDesk;
import jp.fudamori.account.PasswordDesk;
import jp.fudamori.account.SecondFactorDesk;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.TerminalProof;
import jp.fudamori.common.Refusal;
import jp.fudamori.web.TerminalTickets.Ticket;
import org.springframework.stereotype.Component;

/** Finds out which certificate the caller at the download port has. */
@Component
class TerminalHolder {

    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final TerminalProof proof;
    private final LogInDesk logIn;
    private final SecondFactorDesk secondFactor;
    private final PasswordDesk passwords;

    TerminalHolder(TerminalProof proof, LogInDesk logIn, SecondFactorDesk secondFactor, PasswordDesk passwords) {
        this.proof = proof;
        this.logIn = logIn;
        this.secondFactor = secondFactor;
        this.passwords = passwords;
    }

    /** What somebody types who has an account and the letter. */
    record Typed(String login, String password, String code, String referenceId, String authorizationCode) {

        Typed {
            login = requireNonNullElse(login, "");
            password = requireNonNullElse(password, "");
            code = requireNonNullElse(code, "");
            referenceId = requireNonNullElse(referenceId, "");
            authorizationCode = requireNonNullElse(authorizationCode, "");
        }

        @Override
        public String toString() {
            return "Typed[not shown]";
        }
    }

    /** Our own reason: nobody is told which part was wrong. */
    enum HolderInput implements Refusal.Reason {
        NOT_LOGGED_IN,
        TICKET_NOT_VALID
    }

    /**
     * Returns the line of the certificate that the connection was made with; empty where it was made without.
     *
     * @throws Refusal those of {@link TerminalProof#byCertificate}
     */
    Optional<LineNumber> byCertificate(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(proof.byCertificate(chain[0], DownloadGate.caller(request)))
                : Optional.empty();
    }

    /** @throws Refusal {@code not-logged-in}, and those of the account's checks and {@link TerminalProof#byLetter} */
    LineNumber byAccount(Typed typed, HttpServletRequest request) {
        var from = DownloadGate.caller(request);
        var account = logIn.logIn(typed.login(), typed.password(), from)
                .filter(found -> found.institution().isPresent() && !passwords.mustChoose(found.id()))
                .orElseThrow(() -> new Refusal(HolderInput.NOT_LOGGED_IN, "ログインできませんでした。メールアドレスとパスワードを確かめてください。"));
        checkSecondFactor(account, typed.code());
        return proof.byLetter(
                TypedSecret.normalize(typed.referenceId()),
                TypedSecret.normalize(typed.authorizationCode()),
                account.institution().orElseThrow(),
                from);
    }

    private void checkSecondFactor(Account account, String code) {
        if (secondFactor.isEnrolled(account.id())) {
            secondFactor.check(account.id(), code);
        }
    }

    /** @throws Refusal where the ticket asks for a certificate and the connection was not made with that one */
    LineNumber of(Optional<Ticket> ticket, HttpServletRequest request) {
        var known = ticket.orElseThrow(TerminalHolder::notValid);
        if (known.byCertificate() && !byCertificate(request).equals(Optional.of(known.line()))) {
            throw notValid();
        }
        return known.line();
    }

    private static Refusal notValid() {
        return new Refusal(HolderInput.TICKET_NOT_VALID, "画面を開いてから時間がたったため、確認をやり直してください。");
    }
}
