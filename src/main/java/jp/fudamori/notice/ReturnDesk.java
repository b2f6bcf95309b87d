package jp.fudamori.notice;

import java.time.LocalDate;
import jp.fudamori.account.AccountId;
import jp.fudamori.certificate.Certificate;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.notice.Letter.Voided;
import jp.fudamori.notice.LetterPostings.Item;
import jp.fudamori.notice.PostedLetter.Returned;

/** Decides what becomes of letters that came back: posted again as they are, still sealed, or given up. */
@DomainService
public class ReturnDesk {

    private final Letters letters;
    private final LetterPostings postings;
    private final Addressees addressees;
    private final CertificateDesk certificates;
    private final ReturnRecords records;

    ReturnDesk(
            Letters letters,
            LetterPostings postings,
            Addressees addressees,
            CertificateDesk certificates,
            ReturnRecords records) {
        this.letters = letters;
        this.postings = postings;
        this.addressees = addressees;
        this.certificates = certificates;
        this.records = records;
    }

    /** @throws Refusal {@code letter-not-returned} */
    public ReturnCase of(LetterNumber number) {
        var letter = letters.locked(number).orElseThrow(() -> new IllegalStateException("no letter " + number));
        if (letter instanceof Returned returned) {
            return new ReturnCase(
                    returned, addressees.of(returned.application()), downloadUntil(returned), records.today());
        }
        throw new Refusal(NoticeReason.LETTER_NOT_RETURNED, "この通知書の今の状況は「" + letter.state() + "」です。返送の対応はできません。");
    }

    /**
     * Lets the dispatch staff post the sealed letter once more.
     *
     * @param note what was agreed with the clinic; may be empty
     * @throws Refusal {@code letter-not-returned}, {@code seal-broken}, {@code too-late-to-post-again},
     *     {@code address-unchanged}
     */
    public void postAgain(LetterNumber number, boolean sealIntact, String note, AccountId by) {
        var returned = of(number);
        returned.objection(sealIntact).ifPresent(refusal -> {
            throw refusal;
        });
        postings.saveAgain(new Item(number, returned.letter().trip().posting().attempt()), by);
        records.decided(returned.letter(), "letter-to-be-posted-again", note, by);
    }

    /**
     * Records the decision that the letter is given up; {@link #makeVoid} carries it out.
     *
     * @param note what was agreed with the clinic; may be empty
     * @throws Refusal {@code letter-not-returned}
     */
    public void giveUp(LetterNumber number, String note, AccountId by) {
        records.decided(of(number).letter(), "letter-given-up", note, by);
    }

    /**
     * Makes void a letter that came back or was lost, and closes the downloads of its lines; one that is void stays as
     * it is. The certificates are not revoked here: that is the business of revocation.
     *
     * @throws IllegalStateException if the letter is neither back nor lost
     */
    public void makeVoid(LetterNumber number) {
        var letter = letters.locked(number).orElseThrow(() -> new IllegalStateException("no letter " + number));
        if (letter instanceof Voided) {
            return;
        }
        if (!(letter instanceof PostedLetter.Failed failed)) {
            throw new IllegalStateException("neither back nor lost: " + number);
        }
        letters.saveVoided(failed.makeVoid(records.today()), failed instanceof PostedLetter.Lost ? "lost" : "returned");
        records.closeDownloads(failed);
    }

    private LocalDate downloadUntil(Returned letter) {
        return certificates.issuedOf(letter.application()).stream()
                .filter(certificate -> letter.envelope().lines().contains(certificate.line()))
                .map(Certificate.Issued::downloadUntil)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }
}
