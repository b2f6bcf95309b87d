package jp.fudamori.web.status;

import java.util.List;
import java.util.Optional;
import jp.fudamori.application.ApplicationHistory;
import jp.fudamori.application.CertificateApplication;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.certificate.Certificate.Revoked;
import jp.fudamori.notice.Letter;
import jp.fudamori.notice.Passage;

/**
 * An application with all that came of it.
 *
 * @param revoked those of them that are revoked
 * @param letter the last one
 * @param withdrawn whether it is a renewal that came to nothing
 * @param passages of all its letters, in order
 */
record ApplicationCase(
        CertificateApplication application,
        ApplicationHistory history,
        List<Issued> issued,
        List<Revoked> revoked,
        Optional<Letter> letter,
        boolean withdrawn,
        List<Passage> passages) {

    NextStep next() {
        return withdrawn ? NextStep.withdrawn() : NextStep.of(application, issued, letter);
    }
}
