package jp.fudamori.account;

import java.time.Duration;
import java.util.Locale;

/** What may be tried how often, counted for each account or mail address, or for each network address. */
enum AttemptKind {
    /** Failed log-ins from one network address; a clinic behind one address has a few clerks. */
    LOGIN_FROM_NETWORK(50, Duration.ofMinutes(30)),
    /** Wrong codes of one account's second factor. */
    CODE_OF_ACCOUNT(10, Duration.ofMinutes(30)),
    /** Mails with links to one address. */
    LINK_TO_ADDRESS(3, Duration.ofHours(1)),
    /** Mails with links asked for from one network address. */
    LINK_FROM_NETWORK(30, Duration.ofHours(1)),
    /** Links that were none, from one network address. */
    TOKEN_FROM_NETWORK(30, Duration.ofMinutes(30));

    private final int limit;
    private final Duration window;

    AttemptKind(int limit, Duration window) {
        this.limit = limit;
        this.window = window;
    }

    int limit() {
        return limit;
    }

    Duration window() {
        return window;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
