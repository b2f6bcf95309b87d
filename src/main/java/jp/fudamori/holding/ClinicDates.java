package jp.fudamori.holding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationKind;
import jp.fudamori.application.CertificateApplication;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.Returned;
import jp.fudamori.application.CertificateApplication.Undecided;
import jp.fudamori.certificate.HeldCertificate.State;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.stereotype.Component;

/** The dates that concern a clinic: what it was promised, what it must do, and when its certificates end. */
@Component
class ClinicDates {

    private static final List<Integer> BEFORE_DOWNLOAD_DEADLINE = List.of(30, 7, 1);

    /** As the real office reminds [SOURCES: expiry-warnings]. */
    private static final List<Integer> BEFORE_EXPIRY = List.of(90, 60, 30, 15, 7);

    private final ApplicationDesk applications;
    private final HoldingDesk holdings;

    ClinicDates(ApplicationDesk applications, HoldingDesk holdings) {
        this.applications = applications;
        this.holdings = holdings;
    }

    List<ClinicDate> of(InstitutionCode institution) {
        var dates = new ArrayList<ClinicDate>();
        for (var application : applications.of(institution)) {
            Stream.of(correction(application), arrival(application))
                    .flatMap(Optional::stream)
                    .forEach(dates::add);
        }
        for (var holding : holdings.of(institution)) {
            Stream.of(download(holding), expiry(holding))
                    .flatMap(Optional::stream)
                    .forEach(dates::add);
        }
        return dates;
    }

    private static Optional<ClinicDate> correction(CertificateApplication application) {
        return application instanceof Returned returned
                ? Optional.of(new ClinicDate(
                        "correction-%s-%d"
                                .formatted(
                                        application.number(),
                                        returned.correction().round()),
                        returned.correction().until(),
                        "【補正の期限】電子証明書発行申請",
                        "受付番号 %s の申請を、この日までに補正してください。".formatted(application.number()),
                        List.of(7, 1)))
                : Optional.empty();
    }

    private static Optional<ClinicDate> arrival(CertificateApplication application) {
        var isRenewal = application.submission().kind() == ApplicationKind.RENEWAL;
        return !isRenewal
                        && (application instanceof Undecided
                                || application instanceof Approved approved
                                        && !approved.lines().isEmpty())
                ? Optional.of(new ClinicDate(
                        "arrival-" + application.number(),
                        application.submission().expectedArrival(),
                        "【到着予定】電子証明書発行通知書",
                        "受付番号 %s の発行通知書が、書留で届く予定です。".formatted(application.number()),
                        List.of()))
                : Optional.empty();
    }

    private static Optional<ClinicDate> download(Holding holding) {
        return holding.state() == State.WAITING
                ? Optional.of(new ClinicDate(
                        "download-" + holding.line(),
                        holding.certificate().downloadUntil(),
                        "【ダウンロード期限】" + holding.terminalName(),
                        "この日の23時59分を過ぎると、新たな発行（有償）が必要です。",
                        BEFORE_DOWNLOAD_DEADLINE))
                : Optional.empty();
    }

    private static Optional<ClinicDate> expiry(Holding holding) {
        return holding.isInUse()
                ? Optional.of(new ClinicDate(
                        "expiry-" + holding.line(),
                        holding.certificate().notAfter(),
                        "【有効期限】電子証明書 " + holding.terminalName(),
                        "シリアル番号 %s の電子証明書は、この日まで使えます。更新の手続きは%sから始められます。"
                                .formatted(
                                        holding.certificate().serialNumber(),
                                        JapaneseDates.plain(holding.renewableFrom())),
                        BEFORE_EXPIRY))
                : Optional.empty();
    }
}
