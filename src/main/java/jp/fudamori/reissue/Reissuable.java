package jp.fudamori.reissue;

import static jp.fudamori.reissue.LossReason.CERTIFICATE_UNKNOWN;
import static jp.fudamori.reissue.LossReason.CODE_ENDED;
import static jp.fudamori.reissue.LossReason.LOST_BEFORE_ISSUE;
import static jp.fudamori.reissue.LossReason.LOST_IN_FUTURE;
import static jp.fudamori.reissue.LossReason.NEVER_DOWNLOADED;
import static jp.fudamori.reissue.LossReason.NOT_TO_BE_REISSUED;
import static jp.fudamori.reissue.LossReason.PERIOD_NOT_OVER;
import static jp.fudamori.reissue.LossReason.REISSUE_APPLIED_FOR;
import static jp.fudamori.reissue.LossReason.RENEWAL_UNDER_WAY;

import java.time.LocalDate;
import java.util.Optional;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.HeldCertificate;
import jp.fudamori.certificate.HeldCertificate.Standing;
import jp.fudamori.certificate.Replacements;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.EndingDesk;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.stereotype.Component;

/** Which certificates can be lost and issued anew, and how that can have happened. */
@Component
class Reissuable {

    private final CertificateDesk certificates;
    private final Replacements replacements;
    private final EndingDesk endings;

    Reissuable(CertificateDesk certificates, Replacements replacements, EndingDesk endings) {
        this.certificates = certificates;
        this.replacements = replacements;
        this.endings = endings;
    }

    /**
     * @throws Refusal {@code certificate-unknown}, {@code reissue-applied-for}, {@code not-to-be-reissued},
     *     {@code code-ended}
     */
    HeldCertificate require(InstitutionCode institution, LineNumber line, LocalDate today) {
        var held = certificates
                .held(institution, line)
                .orElseThrow(() -> new Refusal(CERTIFICATE_UNKNOWN, "電子証明書 " + line + " は見つかりません。番号をご確認ください。"));
        requireNotReplaced(line);
        if (!canBeReissued(held, today) || replacements.isWithdrawn(line)) {
            throw new Refusal(NOT_TO_BE_REISSUED, "この電子証明書は失効しているか、有効期限が過ぎているため、再発行できません。必要なときは、新しく申請してください。");
        }
        requireRunning(institution);
        return held;
    }

    /**
     * Nothing takes the place of a certificate that is lost, but a renewal that nobody has fetched; it stays so until
     * the transaction ends.
     *
     * @throws Refusal {@code reissue-applied-for}
     */
    void requirePlace(LineNumber line) {
        replacements.lock(line);
        requireNotReplaced(line);
    }

    private void requireNotReplaced(LineNumber line) {
        replacements.replacingForGood(line).ifPresent(other -> {
            throw new Refusal(REISSUE_APPLIED_FOR, "この電子証明書の代わりは、すでに申請されています（受付番号 %s）。".formatted(other.application()));
        });
    }

    /** Whether it is being renewed, and nobody has fetched the new one: once the old one is revoked, nobody will. */
    boolean isBeingRenewed(LineNumber line) {
        return replacements.replacing(line).isPresent()
                && replacements.replacingForGood(line).isEmpty();
    }

    /**
     * What is lost by a code that has ended is made void by a revocation, since nothing may take its place.
     *
     * @throws Refusal {@code code-ended}
     */
    void requireRunning(InstitutionCode institution) {
        if (endings.hasEnded(institution)) {
            throw new Refusal(CODE_ENDED, "医療機関コードが廃止されたため、再発行はできません。なくしたもの・盗まれたものがあるときは、この電子証明書の失効を申請してください。");
        }
    }

    /**
     * @throws Refusal {@code lost-in-future}, {@code lost-before-issue}, {@code renewal-under-way},
     *     {@code never-downloaded}, {@code period-not-over}
     */
    Optional<Refusal> objection(Loss loss, HeldCertificate held, LocalDate today) {
        var certificate = held.certificate();
        if (loss.on().isAfter(today)) {
            return Optional.of(new Refusal(LOST_IN_FUTURE, "年月日に、これから先の日は入力できません。"));
        }
        if (loss.on().isBefore(certificate.notBefore())) {
            return Optional.of(new Refusal(
                    LOST_BEFORE_ISSUE,
                    "年月日は、発行日（%s）より後の日を入力してください。".formatted(JapaneseDates.plain(certificate.notBefore()))));
        }
        if (!loss.kind().isCompromised() && isBeingRenewed(certificate.line())) {
            return Optional.of(
                    new Refusal(RENEWAL_UNDER_WAY, "この電子証明書は更新中です。更新のページで、アカウントと発行通知書により本人確認をして、新しい電子証明書を受け取ってください。"));
        }
        if (loss.kind() == LossKind.PERIOD_OVER && !today.isAfter(certificate.downloadUntil()) && !held.closed()) {
            return Optional.of(new Refusal(
                    PERIOD_NOT_OVER,
                    "ダウンロードの期限（%s）は、まだ過ぎていません。発行通知書でダウンロードしてください。"
                            .formatted(JapaneseDates.plain(certificate.downloadUntil()))));
        }
        return loss.kind() == LossKind.LETTER_AFTER_DOWNLOAD && certificate.downloads() == 0
                ? Optional.of(new Refusal(NEVER_DOWNLOADED, "この電子証明書は、まだダウンロードされていません。「まだダウンロードしていない」を選んでください。"))
                : Optional.empty();
    }

    private boolean canBeReissued(HeldCertificate held, LocalDate today) {
        var standing = held.standingOn(today);
        var lost = held.revocation()
                .filter(revoked -> revoked.reason() == RevocationReason.KEY_COMPROMISE)
                .isPresent();
        return !today.isAfter(held.certificate().notAfter())
                && (standing == Standing.VALID
                        || standing == Standing.REVOKED && lost
                        || isBeingRenewed(held.certificate().line()));
    }
}
