package jp.fudamori.renewal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.certificate.ExpiringCertificates.Expiring;

/**
 * How far the daily look at all certificates that end soon has come.
 *
 * @param stoppedBy who has stopped it; it goes on where it stood when somebody lets it
 * @param day of the run that the rest is about; empty before the first
 * @param after last certificate that was looked at; empty at the beginning of a run
 * @param seen certificates looked at in this run
 * @param opened periods that this run has opened
 */
public record Campaign(
        Optional<AccountId> stoppedBy,
        Optional<Instant> stoppedAt,
        Optional<LocalDate> day,
        Optional<Expiring> after,
        int seen,
        int opened,
        boolean finished) {

    public boolean stopped() {
        return stoppedBy.isPresent();
    }

    /**
     * The run of the day: this one, or a new one where this is of another day, earlier or, the clock set back, later.
     */
    Campaign of(LocalDate today) {
        return day.equals(Optional.of(today))
                ? this
                : new Campaign(stoppedBy, stoppedAt, Optional.of(today), Optional.empty(), 0, 0, false);
    }

    Campaign advanced(List<Expiring> page, int newlyOpened, int pageSize) {
        return new Campaign(
                stoppedBy,
                stoppedAt,
                day,
                page.isEmpty() ? after : Optional.of(page.get(page.size() - 1)),
                seen + page.size(),
                opened + newlyOpened,
                page.size() < pageSize);
    }
}
