package jp.fudamori.notice;

import java.time.LocalDate;
import jp.fudamori.account.AccountId;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.notice.Letter.Postable;
import jp.fudamori.paper.Addressee;
import org.springframework.stereotype.Component;

/** Records one handover to the post office; from then on the letter's pages and secrets exist on paper only. */
@Component
class LetterHandover {

    private final Letters letters;
    private final LetterPostings postings;
    private final Addressees addressees;
    private final CertificateDesk certificates;
    private final AuditTrail audit;

    LetterHandover(
            Letters letters,
            LetterPostings postings,
            Addressees addressees,
            CertificateDesk certificates,
            AuditTrail audit) {
        this.letters = letters;
        this.postings = postings;
        this.addressees = addressees;
        this.certificates = certificates;
        this.audit = audit;
    }

    Addressee addressee(Postable letter) {
        return letter.nextAddressee(addressees.of(letter.application()));
    }

    void record(Postable letter, TrackingNumber number, LocalDate postedOn, AccountId by) {
        var application = letter.application();
        var posting = letter.post(number, postedOn, by, addressees.of(application));
        postings.add(letter.number(), posting);
        letters.destroyPages(letter.number());
        letter.envelope().lines().forEach(certificates::destroySecrets);
        audit.record(
                by.value(),
                "letter-posted",
                application.value(),
                "letter %s, attempt %d, tracking number %s".formatted(letter.number(), posting.attempt(), number));
    }
}
