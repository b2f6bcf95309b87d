package jp.fudamori.holding;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import jp.fudamori.account.AccountClosed;
import jp.fudamori.account.AccountId;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Sha256;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.context.event.EventListener;

/**
 * 予定表の配信: gives a clinic a secret link under which its calendar finds its dates. Whoever has the link reads them; the
 * link alone is nothing to log in with.
 */
@DomainService
public class FeedDesk {

    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CalendarFeeds feeds;
    private final ClinicDates dates;
    private final AuditTrail audit;
    private final Clock clock;

    FeedDesk(CalendarFeeds feeds, ClinicDates dates, AuditTrail audit, Clock clock) {
        this.feeds = feeds;
        this.dates = dates;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a new link; the one there was is worthless from now on.
     *
     * @return 43 characters that fit into a URL; told this once, for only their hash is kept
     */
    public String open(InstitutionCode institution, AccountId by) {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        feeds.open(institution, Sha256.hex(token), by, clock.instant());
        audit.record(by.value(), "calendar-feed-opened", institution.value(), "");
        return token;
    }

    /** Makes the link worthless. Told a second time, it does nothing. */
    public void close(InstitutionCode institution, AccountId by) {
        if (feeds.close(institution)) {
            audit.record(by.value(), "calendar-feed-closed", institution.value(), "");
        }
    }

    /** Whoever opens the account again makes a link of their own. */
    @EventListener
    void on(AccountClosed event) {
        event.account().institution().ifPresent(institution -> close(institution, event.by()));
    }

    /** Returns since when the clinic has its link; empty where it has none. */
    public Optional<Instant> openSince(InstitutionCode institution) {
        return feeds.openedAt(institution);
    }

    /** Returns the clinic's dates as iCalendar (RFC 5545); empty where nobody has such a link. */
    public Optional<String> read(String token) {
        return feeds.institution(Sha256.hex(token))
                .map(institution -> ICalendar.write("電子証明書の予定", dates.of(institution), clock.instant()));
    }
}
