package jp.fudamori.certificate;

import static jp.fudamori.certificate.RevocationRefusal.ALREADY_EXPIRED;
import static jp.fudamori.certificate.RevocationRefusal.ALREADY_REVOKED;
import static jp.fudamori.certificate.RevocationRefusal.CERTIFICATE_UNKNOWN;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.certificate.Certificate.Revoked;
import jp.fudamori.certificate.Certificate.Vetted;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.stereotype.Component;

/** Which certificates can be revoked, and whose they are. */
@Component
class Revocable {

    private final Certificates certificates;
    private final Clock clock;

    Revocable(Certificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /**
     * @param lines at least one
     * @throws Refusal {@code certificate-unknown}, {@code already-revoked}, {@code already-expired}
     */
    void require(InstitutionCode institution, List<LineNumber> lines) {
        if (lines.isEmpty()) {
            throw new Refusal(CERTIFICATE_UNKNOWN, "失効させる電子証明書の番号（受付番号-枚番）を入力してください。");
        }
        lines.forEach(line -> require(institution, line));
    }

    /** @throws Refusal {@code certificate-unknown} where they are of nobody, or of more than one */
    InstitutionCode institutionOf(List<LineNumber> lines) {
        var holders = lines.stream()
                .map(line -> certificates.holder(line).orElseThrow(() -> unknown(line)))
                .map(HolderName::institution)
                .distinct()
                .toList();
        if (holders.size() != 1) {
            throw new Refusal(CERTIFICATE_UNKNOWN, "1つの医療機関の電子証明書だけを、まとめて失効させることができます。");
        }
        return holders.get(0);
    }

    /** Returns those that are signed, not revoked and not expired. */
    List<LineNumber> valid(List<LineNumber> lines) {
        return lines.stream()
                .filter(line -> certificates
                        .find(line)
                        .filter(Issued.class::isInstance)
                        .filter(found -> !isOver(found))
                        .isPresent())
                .toList();
    }

    private void require(InstitutionCode institution, LineNumber line) {
        var certificate = certificates
                .find(line)
                .filter(found -> !(found instanceof Vetted))
                .filter(found -> certificates
                        .holder(line)
                        .map(HolderName::institution)
                        .filter(institution::equals)
                        .isPresent())
                .orElseThrow(() -> unknown(line));
        if (certificate instanceof Revoked revoked) {
            throw new Refusal(
                    ALREADY_REVOKED,
                    "電子証明書 %s は、%s にすでに失効しています（%s）。"
                            .formatted(
                                    line,
                                    JapaneseDates.moment(revoked.at()),
                                    revoked.reason().label()));
        }
        if (isOver(certificate)) {
            throw new Refusal(ALREADY_EXPIRED, "電子証明書 %s は有効期限が過ぎているため、失効の手続きはいりません。".formatted(line));
        }
    }

    private boolean isOver(Certificate certificate) {
        return LocalDate.now(clock).isAfter(certificate.notAfter());
    }

    private static Refusal unknown(LineNumber line) {
        return new Refusal(CERTIFICATE_UNKNOWN, "電子証明書 " + line + " は見つかりません。番号をご確認ください。");
    }
}
