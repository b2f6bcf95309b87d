package jp.fudamori.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import jp.fudamori.application.LineNumber;
import jp.fudamori.common.Seal;
import org.springframework.stereotype.Component;

/**
 * What a page of the renewal gives to its own forms: which certificate it is about and how that was proved. Another
 * site cannot make a browser send one, for it cannot read one; nobody can make one, for it is sealed.
 */
@Component
class TerminalTickets {

    private static final Duration VALID = Duration.ofMinutes(30);
    private static final String PURPOSE = "renewal-ticket";
    private static final int LONGEST = 400;

    private final Seal seal;
    private final Clock clock;

    TerminalTickets(Seal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /** @param byCertificate whether each request must bring the certificate again, else the account was enough */
    record Ticket(LineNumber line, boolean byCertificate) {}

    String issue(Ticket ticket) {
        var text = ticket.line() + " " + ticket.byCertificate() + " "
                + clock.instant().plus(VALID).getEpochSecond();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(seal.seal(text.getBytes(StandardCharsets.UTF_8), PURPOSE));
    }

    /** Empty where it is none of ours, or too old. */
    Optional<Ticket> read(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var parts = new String(seal.open(Base64.getUrlDecoder().decode(text), PURPOSE), StandardCharsets.UTF_8)
                    .split(" ", 3);
            var until = Instant.ofEpochSecond(Long.parseLong(parts[2]));
            return LineNumber.parse(parts[0])
                    .filter(line -> clock.instant().isBefore(until))
                    .map(line -> new Ticket(line, Boolean.parseBoolean(parts[1])));
        } catch (IllegalArgumentException | IllegalStateException forged) {
            return Optional.empty();
        }
    }
}
