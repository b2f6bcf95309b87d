package jp.fudamori.web.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.common.Seal;
import jp.fudamori.input.InputDesk;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Saves what was typed when a form comes in after its session has ended. Such a request proves nobody's identity, so it
 * completes nothing: it may only become a draft of the account to which the page was shown, for the step for which it
 * was shown. Both are sealed into the page; another site, or who has never seen the page, cannot make them up.
 */
@Component
public class KeptInput {

    /** Field of every form of a step. */
    static final String FIELD = "_keep";

    private static final String PURPOSE = "portal:kept-input";
    private static final Duration VALID = Duration.ofHours(24);
    private static final Pattern PATH = Pattern.compile("/tasks/([0-9a-f-]{36})");

    private final Seal seal;
    private final InputDesk inputs;
    private final AccountDesk accounts;
    private final OwnSteps steps;
    private final Clock clock;

    KeptInput(Seal seal, InputDesk inputs, AccountDesk accounts, OwnSteps steps, Clock clock) {
        this.seal = seal;
        this.inputs = inputs;
        this.accounts = accounts;
        this.steps = steps;
        this.clock = clock;
    }

    /** Returns what the page of a step carries with it. */
    String token(Account account, String taskId) {
        var text = "%d %s %s".formatted(clock.instant().getEpochSecond(), taskId, account.id());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(seal.seal(text.getBytes(StandardCharsets.UTF_8), PURPOSE));
    }

    /**
     * Keeps the input of a request that is about to be turned away.
     *
     * @param caller who is logged in now, who may be another
     * @return whether it was kept: then the page of the step has it, after log-in
     */
    public boolean keep(HttpServletRequest request, Optional<Account> caller) {
        var path = PATH.matcher(request.getRequestURI());
        if (!HttpMethod.POST.matches(request.getMethod()) || !path.matches()) {
            return false;
        }
        return Optional.ofNullable(request.getParameter(FIELD))
                .flatMap(this::open)
                .filter(token -> token.taskId().equals(path.group(1)))
                .flatMap(token -> accounts.findOpen(new AccountId(token.account())))
                .filter(account -> caller.isEmpty() || caller.get().id().equals(account.id()))
                .filter(account -> steps.has(account, path.group(1)))
                .filter(account -> inputs.keep(account.id(), path.group(1), Entered.fields(request)))
                .isPresent();
    }

    private Optional<Token> open(String sealed) {
        try {
            var text = new String(seal.open(Base64.getUrlDecoder().decode(sealed), PURPOSE), StandardCharsets.UTF_8);
            var parts = text.split(" ", 3);
            var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(parts[0])), clock.instant());
            return age.compareTo(VALID) <= 0 ? Optional.of(new Token(parts[1], parts[2])) : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }

    private record Token(String taskId, String account) {}
}
