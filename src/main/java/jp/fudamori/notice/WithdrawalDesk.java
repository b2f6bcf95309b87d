package jp.fudamori.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.LineNumber;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.certificate.DownloadDesk;
import jp.fudamori.certificate.LineRevoked;
import jp.fudamori.common.DomainService;
import jp.fudamori.notice.Letter.Current;
import jp.fudamori.notice.PostedLetter.Whereabouts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;

/** 通知書の取戻し: makes letters void that nobody can use any more, wherever they are. */
@DomainService
public class WithdrawalDesk {

    private final Letters letters;
    private final DownloadDesk downloads;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WithdrawalDesk(
            Letters letters, DownloadDesk downloads, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.letters = letters;
        this.downloads = downloads;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Whoever revoked it, for whatever reason: its letter opens nothing any more. */
    @EventListener
    void on(LineRevoked event) {
        withdraw(List.of(event.line()));
    }

    /**
     * Makes void the letters of these lines, and destroys pages that are not posted; a letter that still tells another
     * line's secrets stays. Told a second time, it does nothing.
     *
     * @param lines whose downloads are closed
     */
    public void withdraw(Collection<LineNumber> lines) {
        lines.stream()
                .map(letters::holding)
                .flatMap(Optional::stream)
                .distinct()
                .sorted(Comparator.comparing(LetterNumber::value))
                .map(letters::locked)
                .flatMap(Optional::stream)
                .filter(letter -> letter.envelope().lines().stream().allMatch(downloads::isClosed))
                .filter(Current.class::isInstance)
                .map(Current.class::cast)
                .forEach(this::withdraw);
    }

    private void withdraw(Current letter) {
        letters.saveVoided(letter.withdraw(LocalDate.now(clock)), "withdrawn");
        audit.record("notice", "letter-withdrawn", letter.application().value(), "letter " + letter.number());
        events.publishEvent(new LetterWithdrawn(letter.number(), letter.application(), isUnderWay(letter)));
    }

    /** Returns the lines whose secrets stand in the same letter as those of this one, itself among them. */
    public List<LineNumber> inTheSameLetter(LineNumber line) {
        return letters.holding(line)
                .flatMap(letters::find)
                .map(letter -> letter.envelope().lines())
                .orElse(List.of(line));
    }

    /**
     * Writes down what the post office could do about a letter that is void.
     *
     * @param asked whether it was asked in time to give the letter back
     * @param note whom, and when; 1 to 400 characters
     */
    public void stopped(LetterNumber number, boolean asked, String note, AccountId by) {
        var letter = letters.find(number).orElseThrow(() -> new IllegalStateException("no letter " + number));
        var action = asked ? "letter-asked-back" : "letter-not-stopped";
        audit.record(by.value(), action, letter.application().value(), "letter " + number + ": " + note);
    }

    private static boolean isUnderWay(Letter letter) {
        return letter instanceof PostedLetter posted
                && (posted.whereabouts() == Whereabouts.UNDER_WAY || posted.whereabouts() == Whereabouts.ABSENT);
    }
}
