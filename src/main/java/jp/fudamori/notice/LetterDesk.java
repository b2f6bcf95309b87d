package jp.fudamori.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.certificate.Certificate;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.notice.Letter.Assembled;
import jp.fudamori.notice.Letter.Envelope;
import jp.fudamori.notice.Letter.Printed;

/**
 * Makes notice letters. A letter can be printed from here only until it is posted; a lost one means a reissue, never a
 * reprint [SOURCES: letter-content].
 */
@DomainService
public class LetterDesk {

    private static final String ACTOR = "notice";

    private final Letters letters;
    private final LetterWriter writer;
    private final CertificateDesk certificates;
    private final AuditTrail audit;
    private final Clock clock;

    LetterDesk(Letters letters, LetterWriter writer, CertificateDesk certificates, AuditTrail audit, Clock clock) {
        this.letters = letters;
        this.writer = writer;
        this.certificates = certificates;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts all certificates of an application that are issued, whose download is not closed, and that are in no letter
     * yet into one new letter.
     *
     * @return empty where there are none; so a second call adds nothing
     */
    public Optional<LetterNumber> assemble(ApplicationNumber application) {
        letters.lock(application);
        var taken = letters.linesInLetters(application);
        var lines = certificates.openOf(application).stream()
                .map(Certificate::line)
                .filter(line -> !taken.contains(line))
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var number = letters.nextNumber(LocalDate.now(clock).getYear());
        letters.add(new Assembled(new Envelope(number, application, lines)));
        audit.record(ACTOR, "letter-assembled", application.value(), "letter " + number + ", lines " + lines.size());
        return Optional.of(number);
    }

    /**
     * Makes the pages of a letter and keeps them sealed; one that is printed already stays as it is.
     *
     * @throws IllegalStateException if there is no such letter
     */
    public void print(LetterNumber number) {
        if (!(existing(letters.locked(number), number) instanceof Assembled letter)) {
            return;
        }
        var pages = writer.write(letter.envelope(), LocalDate.now(clock));
        letters.savePrinted(letter.print(pages.sheets()), pages.pdf(), clock.instant());
        var unprintable = pages.sheets().unprintable();
        var flaw = unprintable.isEmpty() ? "" : ", not printable: " + unprintable;
        audit.record(ACTOR, "letter-printed", letter.application().value(), "letter " + number + flaw);
    }

    /**
     * Returns the letter for the printer.
     *
     * @param by one of the dispatch staff; the caller has checked that
     * @return PDF, A4: the cover, a list where the cover has no room for it, and one page of secrets for each line
     * @throws Refusal {@code letter-not-printed}, {@code letter-destroyed}
     */
    public byte[] open(LetterNumber number, AccountId by) {
        var letter = existing(letters.find(number), number);
        if (letter.printing().isEmpty()) {
            throw new Refusal(NoticeReason.LETTER_NOT_PRINTED, "この通知書は、まだ作成されていません。");
        }
        if (!(letter instanceof Printed)) {
            throw new Refusal(NoticeReason.LETTER_DESTROYED, "この通知書は発送済みのため、内容は廃棄されています。紛失した場合は再発行の手続きが必要です。");
        }
        audit.record(by.value(), "letter-opened", letter.application().value(), "letter " + number);
        return letters.pages(number);
    }

    public Optional<Letter> of(LetterNumber number) {
        return letters.find(number);
    }

    /** The last letter of an application. */
    public Optional<Letter> of(ApplicationNumber application) {
        return letters.find(application);
    }

    /** The letter that tells the secrets of a certificate. */
    public Optional<LetterNumber> holding(LineNumber line) {
        return letters.holding(line);
    }

    private static Letter existing(Optional<Letter> letter, LetterNumber number) {
        return letter.orElseThrow(() -> new IllegalStateException("no letter " + number));
    }
}
