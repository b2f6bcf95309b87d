package jp.fudamori.notice;

import static jp.fudamori.notice.NoticeReason.IMPOSSIBLE_DATE;
import static jp.fudamori.notice.NoticeReason.LETTER_ALREADY_DELIVERED;
import static jp.fudamori.notice.NoticeReason.LETTER_ALREADY_POSTED;
import static jp.fudamori.notice.NoticeReason.LETTER_DESTROYED;
import static jp.fudamori.notice.NoticeReason.LETTER_NOT_POSTED;
import static jp.fudamori.notice.NoticeReason.LETTER_NOT_PRINTED;
import static jp.fudamori.notice.NoticeReason.TRACKING_NUMBER_IN_USE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.common.Refusal;
import jp.fudamori.notice.Letter.Delivered;
import jp.fudamori.notice.Letter.Posted;
import jp.fudamori.notice.Letter.Posting;
import jp.fudamori.notice.Letter.Printed;
import jp.fudamori.notice.Letter.Sheets;

/**
 * Prints notice letters and follows them to the clinic. A letter can be printed from here only until it is posted; a
 * lost one means a reissue, never a reprint [SOURCES: letter-content].
 */
@DomainService
public class LetterDesk {

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

    /** Makes the letter of an issued certificate and keeps it sealed; a letter that exists already stays as it is. */
    public void print(ApplicationNumber application) {
        if (letters.find(application).isPresent()) {
            return;
        }
        var today = LocalDate.now(clock);
        var number = letters.nextNumber(today.getYear());
        var pages = writer.write(application, number, today);
        var letter = new Printed(new Sheets(number, application, today, pages.unprintable()));
        if (letters.add(letter, pages.pdf(), clock.instant())) {
            var flaw = pages.unprintable().isEmpty() ? "" : ", not printable: " + pages.unprintable();
            audit.record("notice", "letter-printed", application.value(), "letter " + number + flaw);
        }
    }

    /**
     * Returns the letter for the printer.
     *
     * @param by one of the dispatch staff; the caller has checked that
     * @return PDF, two pages of A4, the second one full of secrets
     * @throws Refusal {@code letter-not-printed}, {@code letter-destroyed}
     */
    public byte[] open(ApplicationNumber application, AccountId by) {
        var letter = printed(letters.find(application));
        if (!(letter instanceof Printed)) {
            throw new Refusal(LETTER_DESTROYED, "この通知書は発送済みのため、内容は廃棄されています。紛失した場合は再発行の手続きが必要です。");
        }
        audit.record(by.value(), "letter-opened", application.value(), "letter " + letter.number());
        return letters.pages(letter.number());
    }

    /**
     * Records that the letter was handed to the post office, and destroys its pages and its secrets. Told the same a
     * second time, it does nothing.
     *
     * @param postedOn from the day of issue to today, both inclusive
     * @throws Refusal {@code letter-not-printed}, {@code letter-already-posted}, {@code impossible-date},
     *     {@code tracking-number-in-use}
     */
    public void post(ApplicationNumber application, TrackingNumber trackingNumber, LocalDate postedOn, AccountId by) {
        var letter = printed(letters.locked(application));
        if (letter.handover()
                .filter(earlier -> same(earlier, trackingNumber, postedOn))
                .isPresent()) {
            return;
        }
        if (!(letter instanceof Printed printed)) {
            throw new Refusal(LETTER_ALREADY_POSTED, "この通知書は、別のお問い合わせ番号または差出日で、すでに発送済みです。");
        }
        refuseImpossible("差出日", "通知書の発行日", printed.sheets().issuedOn(), postedOn);
        if (letters.anyPosted(trackingNumber, postedOn)) {
            throw new Refusal(TRACKING_NUMBER_IN_USE, "お問い合わせ番号" + trackingNumber + "は、同じ日に別の通知書で使用されています。");
        }
        letters.savePosted(printed.post(trackingNumber, postedOn, by));
        certificates.issuedOf(application).forEach(certificate -> certificates.destroySecrets(certificate.line()));
        audit.record(by.value(), "letter-posted", application.value(), "tracking number " + trackingNumber);
    }

    /**
     * Records that the clinic signed for the letter. Told the same a second time, it does nothing.
     *
     * @param deliveredOn from the day of posting to today, both inclusive
     * @param reportedBy account id, or the name of the part of the server that learned it
     * @throws Refusal {@code letter-not-printed}, {@code letter-not-posted}, {@code letter-already-delivered},
     *     {@code impossible-date}
     */
    public void deliver(ApplicationNumber application, LocalDate deliveredOn, String reportedBy) {
        var letter = printed(letters.locked(application));
        if (letter instanceof Delivered delivered) {
            refuseOtherDay(delivered, deliveredOn);
            return;
        }
        if (!(letter instanceof Posted posted)) {
            throw new Refusal(LETTER_NOT_POSTED, "この通知書は、まだ発送されていません。");
        }
        refuseImpossible("配達日", "差出日", posted.posting().postedOn(), deliveredOn);
        letters.saveDelivered(posted.deliver(deliveredOn, reportedBy));
        audit.record(reportedBy, "letter-delivered", application.value(), "on " + deliveredOn);
    }

    public Optional<Letter> of(ApplicationNumber application) {
        return letters.find(application);
    }

    private static Letter printed(Optional<Letter> letter) {
        return letter.orElseThrow(() -> new Refusal(LETTER_NOT_PRINTED, "この申請の通知書は、まだ作成されていません。"));
    }

    private static boolean same(Posting posting, TrackingNumber trackingNumber, LocalDate postedOn) {
        return posting.trackingNumber().equals(trackingNumber)
                && posting.postedOn().equals(postedOn);
    }

    private static void refuseOtherDay(Delivered letter, LocalDate deliveredOn) {
        if (!letter.deliveredOn().equals(deliveredOn)) {
            throw new Refusal(
                    LETTER_ALREADY_DELIVERED,
                    "この通知書は、" + JapaneseDates.day(letter.deliveredOn()) + "に配達済みとして記録されています。");
        }
    }

    private void refuseImpossible(String what, String earliestName, LocalDate earliest, LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Refusal(IMPOSSIBLE_DATE, what + "に未来の日付は入力できません。");
        }
        if (day.isBefore(earliest)) {
            throw new Refusal(
                    IMPOSSIBLE_DATE,
                    what + "は、" + earliestName + "（" + JapaneseDates.plain(earliest) + "）以後の日付を入力してください。");
        }
    }
}
