package jp.fudamori.notice;

import java.time.Clock;
import java.time.LocalDate;
import jp.fudamori.account.AccountId;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.certificate.DownloadDesk;
import jp.fudamori.notice.PostedLetter.Failed;
import jp.fudamori.notice.PostedLetter.Returned;
import org.springframework.stereotype.Component;

/** What is written down about letters that came to nothing, and what ends with them. */
@Component
class ReturnRecords {

    private final DownloadDesk downloads;
    private final AuditTrail audit;
    private final Clock clock;

    ReturnRecords(DownloadDesk downloads, AuditTrail audit, Clock clock) {
        this.downloads = downloads;
        this.audit = audit;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    void decided(Returned letter, String action, String note, AccountId by) {
        var remark = note.isEmpty() ? "" : ": " + note;
        audit.record(by.value(), action, letter.application().value(), "letter " + letter.number() + remark);
    }

    void closeDownloads(Failed letter) {
        letter.envelope().lines().forEach(line -> downloads.close(line, "letter-void"));
        audit.record("notice", "letter-voided", letter.application().value(), "letter " + letter.number());
    }
}
