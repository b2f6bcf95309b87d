package jp.fudamori.certificate;

import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.Serial;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.certificate.Certificate.Revoked;
import jp.fudamori.certificate.Certificate.Vetted;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.common.Refusal;

/**
 * Signs renewed certificates and hands them to the terminal that renewed them. No letter tells a password: the key
 * stays sealed until the clinic chooses one when it fetches its file, for 180 days at most [ADR 0028].
 */
@DomainService
public class RenewedCertificates {

    private final Certificates certificates;
    private final Replacements replacements;
    private final OwnKeys ownKeys;
    private final RenewalSigning signing;
    private final CertificateRecords records;

    RenewedCertificates(
            Certificates certificates,
            Replacements replacements,
            OwnKeys ownKeys,
            RenewalSigning signing,
            CertificateRecords records) {
        this.certificates = certificates;
        this.replacements = replacements;
        this.ownKeys = ownKeys;
        this.signing = signing;
        this.records = records;
    }

    /**
     * Signs what was vetted, unless the certificate that it renews was revoked meanwhile: then its key is destroyed,
     * and it never will be signed. Until the transaction ends nobody can revoke the old certificate, so whoever does
     * that later finds the new one. Told a second time, it does nothing.
     *
     * @return whether it is signed
     * @throws Refusal {@code institution-ended}
     * @throws IllegalStateException if the certificate was not vetted
     */
    public boolean sign(LineNumber line) {
        lockRenewed(line);
        if (isWithdrawn(line)) {
            giveUp(line);
        } else if (signing.sign(line)) {
            records.renewed(line, serial(line));
        }
        return certificates.find(line).filter(Vetted.class::isInstance).isEmpty();
    }

    private void giveUp(LineNumber line) {
        if (signing.giveUp(line)) {
            records.renewalGivenUp(line);
        }
    }

    /** The certificate that a renewal is about: first of the two, by whoever locks both. */
    private void lockRenewed(LineNumber line) {
        replacements.replacedBy(line).ifPresent(certificates::lock);
    }

    private boolean isWithdrawn(LineNumber line) {
        return replacements.isWithdrawn(line);
    }

    /**
     * Returns a certificate whose renewal may begin today, and locks it until the transaction ends.
     *
     * @param windowDays days before the last day of its validity on which renewal begins
     * @throws Refusal {@code certificate-revoked}, {@code certificate-expired}, {@code renewal-too-early},
     *     {@code own-key-missing}
     * @throws IllegalStateException if nothing was issued for the line
     */
    public Issued renewable(LineNumber line, int windowDays) {
        var found = certificates.lock(line).orElseThrow(() -> new IllegalStateException("nothing issued for " + line));
        if (found instanceof Revoked) {
            throw new Refusal(RenewalReason.CERTIFICATE_REVOKED, "この電子証明書は失効しているため、更新できません。新たに発行を申請してください。");
        }
        if (!(found instanceof Issued issued)) {
            throw new IllegalStateException("not signed yet: " + line);
        }
        var today = records.today();
        if (today.isAfter(issued.notAfter())) {
            throw new Refusal(RenewalReason.CERTIFICATE_EXPIRED, "この電子証明書は有効期限が切れているため、更新できません。新たに発行を申請してください。");
        }
        var from = issued.notAfter().minusDays(windowDays);
        if (today.isBefore(from)) {
            throw new Refusal(
                    RenewalReason.RENEWAL_TOO_EARLY, "この電子証明書は、%sから更新できます。".formatted(JapaneseDates.plain(from)));
        }
        requireOwnKey(line);
        return issued;
    }

    /** Nobody withdraws the key that waits until the transaction ends. */
    private void requireOwnKey(LineNumber line) {
        certificates.holder(line).map(HolderName::institution).ifPresent(ownKeys::lock);
        if (ownKeys.isMissingAfter(line)) {
            throw new Refusal(
                    RenewalReason.OWN_KEY_MISSING,
                    "この端末の鍵は、医療機関で作成されています（持込鍵）。更新の前に、ポータルの「電子証明書の一覧」から進む「鍵を自分で作成する端末」で、同じ端末名称等に新しい証明書署名要求を登録してください。");
        }
    }

    /** Whether the clinic has chosen a password, also where the certificate was revoked later. */
    public boolean isFetched(LineNumber line) {
        return certificates.issuedOf(line.application()).stream()
                .anyMatch(issued -> issued.line().equals(line) && issued.downloads() > 0);
    }

    /**
     * Returns the file of a renewed certificate. The first time it is made under the password and its key destroyed;
     * after that the password is not looked at.
     *
     * @param password 13 to 64 characters of ASCII, letters and digits; kept nowhere
     * @param from network address of the caller
     * @throws Refusal {@code renewal-not-ready}, {@code password-not-allowed}, {@code download-period-over},
     *     {@code download-closed}, {@code certificate-revoked}
     */
    public Download fetch(LineNumber line, String password, String from) {
        lockRenewed(line);
        var found = certificates.lock(line).orElseThrow(RenewedCertificates::notReady);
        if (isWithdrawn(line)) {
            throw new Refusal(RenewalReason.CERTIFICATE_REVOKED, "更新もとの電子証明書が失効したため、更新は取り消されました。受け取れません。");
        }
        var issued = fetchable(found);
        if (records.today().isAfter(issued.downloadUntil())) {
            throw new Refusal(
                    DownloadReason.DOWNLOAD_PERIOD_OVER,
                    "受取りの期限（%s）を過ぎました。新たに発行を申請してください（有償）。".formatted(issued.downloadUntil()));
        }
        var file = signing.file(line, issued.serial(), password);
        signing.countDownload(line);
        records.renewedFetched(issued, from);
        return Download.of(certificates.holder(line).orElseThrow().commonName(), file);
    }

    private static Issued fetchable(Certificate certificate) {
        if (certificate instanceof Vetted) {
            throw notReady();
        }
        if (certificate instanceof Issued issued) {
            return issued;
        }
        throw new Refusal(RenewalReason.CERTIFICATE_REVOKED, "新しい電子証明書は失効しているため、受け取れません。");
    }

    private static Refusal notReady() {
        return new Refusal(RenewalReason.RENEWAL_NOT_READY, "新しい電子証明書を作成しています。1分ほど待ってから、もう一度お試しください。");
    }

    private Serial serial(LineNumber line) {
        return certificates.find(line).orElseThrow().serial();
    }
}
