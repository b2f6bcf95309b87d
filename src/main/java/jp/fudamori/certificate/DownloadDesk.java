package jp.fudamori.certificate;

import static jp.fudamori.certificate.DownloadReason.CREDENTIALS_NOT_ACCEPTED;
import static jp.fudamori.certificate.DownloadReason.DOWNLOAD_CLOSED;
import static jp.fudamori.certificate.DownloadReason.DOWNLOAD_PERIOD_OVER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.fudamori.application.LineNumber;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.certificate.Credentials.Closed;
import jp.fudamori.certificate.Credentials.Open;
import jp.fudamori.certificate.Credentials.Waiting;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Hands the PKCS#12 file to whoever holds the letter, as often as they like, for 180 days [SOURCES: download-period].
 */
@DomainService
public class DownloadDesk {

    private static final String ACTOR = "download";

    private final Downloads downloads;
    private final SealedSecrets secrets;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DownloadDesk(
            Downloads downloads,
            SealedSecrets secrets,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.downloads = downloads;
        this.secrets = secrets;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Checks reference and code and returns the file. The fifth wrong code in a row locks the reference for good. An
     * unknown reference, a wrong code and a locked reference get the same answer after the same work; a locked one also
     * for the right code, or the lock would tell a guesser when to stop. Contrary to other refusals this one is written
     * down: the try counts, and the audit trail knows it.
     *
     * @param from network address of the caller
     * @throws Refusal {@code credentials-not-accepted}, {@code download-period-over}, {@code download-closed}
     */
    public Download download(String referenceId, String authorizationCode, String from) {
        var found = downloads.lock(referenceId, LocalDate.now(clock));
        var code = found.map(credentials -> credentials.known().code()).orElse(CodeHash.OF_NOBODY);
        if (!code.matches(authorizationCode) || !(found.orElseThrow() instanceof Open open)) {
            throw refused(found, from);
        }
        return fetch(waiting(open, from), from);
    }

    private Refusal refused(Optional<Credentials> found, String from) {
        found.filter(Open.class::isInstance).map(Open.class::cast).ifPresent(open -> downloads.save(open.wrongCode()));
        var subject =
                found.map(credentials -> credentials.known().line().toString()).orElse("unknown");
        audit.record(ACTOR, "download-refused", subject, from);
        return new Refusal(
                CREDENTIALS_NOT_ACCEPTED,
                "リファレンスIDまたは認可コードを確認できませんでした。%d回続けて間違えると、そのリファレンスIDは使えなくなります。"
                        .formatted(Credentials.WRONG_CODES_ALLOWED));
    }

    private Waiting waiting(Open open, String from) {
        if (open instanceof Waiting waiting) {
            return waiting;
        }
        var line = open.known().line().toString();
        if (open instanceof Closed) {
            audit.record(ACTOR, "download-closed-already", line, from);
            throw new Refusal(
                    DOWNLOAD_CLOSED,
                    "この通知書は無効になったため、ダウンロードできません。あとから見つかった場合も使えませんので、通知書は破棄してください。電子証明書が必要なときは、ポータルの「電子証明書の一覧」から再発行を申請するか、発行センターにお問い合わせください。");
        }
        audit.record(ACTOR, "download-too-late", line, from);
        throw new Refusal(
                DOWNLOAD_PERIOD_OVER,
                "ダウンロードの期限（%s）を過ぎました。新たに発行を申請してください（有償）。".formatted(open.known().until()));
    }

    private Download fetch(Waiting waiting, String from) {
        var known = waiting.known();
        downloads.save(waiting.fetched());
        audit.record(ACTOR, "certificate-downloaded", known.line().toString(), from);
        if (known.downloads() == 0) {
            events.publishEvent(new CertificateDownloaded(known.line()));
        }
        return new Download(known.name().commonName() + ".p12", waiting.pkcs12());
    }

    /**
     * Ends the download of a certificate whose letter no longer counts, and destroys its file, hence its private key. A
     * second time changes nothing. The certificate itself stays valid until somebody revokes it.
     *
     * @param reason for the record, in kebab-case
     */
    public void close(LineNumber line, String reason) {
        if (downloads.close(line, LocalDate.now(clock), reason)) {
            secrets.destroy(line);
            audit.record(ACTOR, "download-closed", line.toString(), reason);
        }
    }

    /** Returns whether the download was ended before its time. */
    public boolean isClosed(LineNumber line) {
        return downloads.isClosed(line);
    }

    /** Destroys files, hence private keys, whose 180 days are over, and secrets of letters that were never posted. */
    public void destroyExpired() {
        for (var line : downloads.destroyBefore(LocalDate.now(clock))) {
            secrets.destroy(line);
            audit.record(ACTOR, "file-destroyed", line.toString(), "");
        }
        for (var line : downloads.destroyWithoutLetterBefore(LocalDate.now(clock))) {
            audit.record(ACTOR, "file-destroyed", line.toString(), "");
        }
    }
}
