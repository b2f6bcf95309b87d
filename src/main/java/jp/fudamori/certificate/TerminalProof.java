package jp.fudamori.certificate;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import jp.fudamori.application.LineNumber;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.ca.IssuedCertificates;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.certificate.Certificate.Revoked;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionCode;

/** Tells which certificate a terminal stands for: by the certificate itself, or by what its letter said. */
@DomainService
public class TerminalProof {

    private static final String ACTOR = "renewal";

    private final Certificates certificates;
    private final IssuedCertificates issued;
    private final Downloads downloads;
    private final Replacements replacements;
    private final AuditTrail audit;
    private final Clock clock;

    TerminalProof(
            Certificates certificates,
            IssuedCertificates issued,
            Downloads downloads,
            Replacements replacements,
            AuditTrail audit,
            Clock clock) {
        this.certificates = certificates;
        this.issued = issued;
        this.downloads = downloads;
        this.replacements = replacements;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Returns the line of a certificate whose key the caller has proved to hold. It must be, byte for byte, one that we
     * signed; whoever signed another one counts for nothing.
     *
     * @throws Refusal {@code certificate-foreign}, {@code certificate-revoked}, {@code certificate-expired}
     */
    public LineNumber byCertificate(X509Certificate presented, String from) {
        var line = issued.recognise(presented).flatMap(certificates::lineOf);
        if (line.isEmpty()) {
            audit.record(ACTOR, "certificate-foreign", "unknown", from);
            throw new Refusal(
                    RenewalReason.CERTIFICATE_FOREIGN, "この電子証明書は、当センターが発行したものではありません。更新する端末の電子証明書を選び直してください。");
        }
        var known = requireNotRevoked(line.get());
        if (isExpired(known)) {
            throw isRenewed(known)
                    ? new Refusal(
                            RenewalReason.CERTIFICATE_EXPIRED,
                            "この電子証明書は有効期限が切れています。更新した電子証明書は、アカウントと発行通知書で本人確認をして受け取ってください。")
                    : expired();
        }
        return known;
    }

    /**
     * Returns the line whose letter said this; that the 180 days of its file are over does not matter, that it was made
     * void or guessed at does. Nor does it matter that its certificate has expired, once there is a new one to be
     * fetched. A refusal is written down, and a wrong code counts, as at the download.
     *
     * @param institution whose account has logged in
     * @throws Refusal {@code credentials-not-accepted}, {@code certificate-revoked}, {@code certificate-expired}
     */
    public LineNumber byLetter(String referenceId, String authorizationCode, InstitutionCode institution, String from) {
        var found = downloads.lock(referenceId, LocalDate.now(clock));
        var code = found.map(credentials -> credentials.known().code()).orElse(CodeHash.OF_NOBODY);
        boolean right = code.matches(authorizationCode)
                && found.filter(Credentials.Open.class::isInstance)
                        .filter(credentials -> !(credentials instanceof Credentials.Closed))
                        .filter(credentials ->
                                credentials.known().name().institution().equals(institution))
                        .isPresent();
        var subject =
                found.map(credentials -> credentials.known().line().toString()).orElse("unknown");
        if (!right) {
            if (!code.matches(authorizationCode)) {
                found.filter(Credentials.Open.class::isInstance)
                        .map(Credentials.Open.class::cast)
                        .ifPresent(open -> downloads.save(open.wrongCode()));
            }
            audit.record(ACTOR, "letter-not-accepted", subject, from);
            throw new Refusal(
                    DownloadReason.CREDENTIALS_NOT_ACCEPTED, "リファレンスIDまたは認可コードを確認できませんでした。発行通知書のとおりに入力してください。");
        }
        var line = requireNotRevoked(found.orElseThrow().known().line());
        if (isExpired(line) && !isRenewed(line)) {
            throw expired();
        }
        return line;
    }

    private LineNumber requireNotRevoked(LineNumber line) {
        if (certificates.find(line).orElseThrow() instanceof Revoked) {
            throw new Refusal(RenewalReason.CERTIFICATE_REVOKED, "この電子証明書は失効しているため、更新できません。新たに発行を申請してください。");
        }
        return line;
    }

    private boolean isExpired(LineNumber line) {
        return LocalDate.now(clock)
                .isAfter(certificates.find(line).orElseThrow().notAfter());
    }

    private boolean isRenewed(LineNumber line) {
        return replacements
                .replacing(line)
                .flatMap(certificates::find)
                .filter(Issued.class::isInstance)
                .isPresent();
    }

    private static Refusal expired() {
        return new Refusal(RenewalReason.CERTIFICATE_EXPIRED, "この電子証明書は有効期限が切れているため、更新できません。新たに発行を申請してください。");
    }
}
