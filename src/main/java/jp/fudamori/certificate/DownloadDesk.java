package jp.fudamori.certificate;

import static jp.fudamori.certificate.DownloadReason.CREDENTIALS_NOT_ACCEPTED;
import static jp.fudamori.certificate.DownloadReason.DOWNLOAD_CLOSED;
import static jp.fudamori.certificate.DownloadReason.DOWNLOAD_PERIOD_OVER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.fudamori.application.LineNumber;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.certificate.Downloads.Waiting;
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
        var waiting = downloads.lock(referenceId);
        var code = waiting.map(Waiting::code).orElse(CodeHash.OF_NOBODY);
        if (!code.matches(authorizationCode)
                || waiting.filter(Waiting::isLocked).isPresent()) {
            throw refused(referenceId, waiting, from);
        }
        return download(referenceId, waiting.orElseThrow(), from);
    }

    private Refusal refused(String referenceId, Optional<Waiting> waiting, String from) {
        downloads.countWrongCode(referenceId);
        var subject = waiting.map(known -> known.line().toString()).orElse("unknown");
        audit.record(ACTOR, "download-refused", subject, from);
        return new Refusal(
                CREDENTIALS_NOT_ACCEPTED,
                "リファレンスIDまたは認可コードを確認できませんでした。%d回続けて間違えると、そのリファレンスIDは使えなくなります。"
                        .formatted(Downloads.WRONG_CODES_ALLOWED));
    }

    private Download download(String referenceId, Waiting waiting, String from) {
        var line = waiting.line();
        if (waiting.closed()) {
            audit.record(ACTOR, "download-closed-already", line.toString(), from);
            throw new Refusal(DOWNLOAD_CLOSED, "この通知書は無効になったため、ダウンロードできません。発行センターにお問い合わせください。");
        }
        if (LocalDate.now(clock).isAfter(waiting.until()) || waiting.pkcs12().isEmpty()) {
            audit.record(ACTOR, "download-too-late", line.toString(), from);
            throw new Refusal(
                    DOWNLOAD_PERIOD_OVER, "ダウンロードの期限（%s）を過ぎました。新たに発行を申請してください（有償）。".formatted(waiting.until()));
        }
        downloads.countDownload(referenceId);
        audit.record(ACTOR, "certificate-downloaded", line.toString(), from);
        if (waiting.downloads() == 0) {
            events.publishEvent(new CertificateDownloaded(line));
        }
        return new Download(
                waiting.name().commonName() + ".p12", waiting.pkcs12().orElseThrow());
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

    /** Destroys files, hence private keys, whose 180 days are over, and secrets of letters that were never posted. */
    public void destroyExpired() {
        for (var line : downloads.destroyBefore(LocalDate.now(clock))) {
            secrets.destroy(line);
            audit.record(ACTOR, "file-destroyed", line.toString(), "");
        }
    }
}
