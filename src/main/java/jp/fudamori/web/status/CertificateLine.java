package jp.fudamori.web.status;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Map;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.certificate.HeldCertificate.Standing;
import jp.fudamori.certificate.HeldCertificate.State;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.holding.Holding;

/**
 * A certificate in the list of its clinic.
 *
 * @param line {@code 20261122-00042-01}
 * @param mark class of the tag that shows the state
 * @param standing whether it can be used
 * @param state how far the download is; empty where that no longer matters
 * @param renewable whether it can be renewed today, or its successor be fetched
 * @param labelled whether a label makes sense, because a terminal may be using it
 */
record CertificateLine(
        String line,
        String application,
        String terminalName,
        String serial,
        String issued,
        String expires,
        String renewableFrom,
        String state,
        String mark,
        String standing,
        String standingMark,
        boolean labelled,
        boolean reissuable,
        boolean revocable,
        String replacedBy,
        boolean renewable) {

    private record Shown(String text, String mark) {}

    private static final Map<State, Shown> STATES = Map.of(
            State.WAITING, new Shown("未ダウンロード", "warning"),
            State.DOWNLOADED, new Shown("ダウンロード済み", "success"),
            State.KEPT, new Shown("ダウンロード済み（期間終了）", "success"),
            State.MISSED, new Shown("ダウンロード期限切れ", "ended"),
            State.CLOSED, new Shown("通知書無効", "ended"));

    private static final Shown NOTHING = new Shown("", "");

    private static final Map<Standing, Shown> STANDINGS = Map.of(
            Standing.VALID, new Shown("有効", "success"),
            Standing.REVOKED, new Shown("失効", "ended"),
            Standing.EXPIRED, new Shown("有効期限切れ", "ended"),
            Standing.REPLACED, new Shown("交換済み", "ended"));

    static CertificateLine of(Holding holding, LocalDate today) {
        var certificate = holding.certificate();
        var shown = STATES.getOrDefault(holding.state(), NOTHING);
        var standing = requireNonNull(STANDINGS.get(holding.standing()));
        var until =
                holding.state() == State.WAITING ? "（" + JapaneseDates.plain(certificate.downloadUntil()) + "まで）" : "";
        return new CertificateLine(
                holding.line().toString(),
                holding.line().application().value(),
                holding.terminalName(),
                certificate.serialNumber(),
                JapaneseDates.plain(certificate.notBefore()),
                JapaneseDates.plain(certificate.notAfter()),
                JapaneseDates.plain(holding.renewableFrom()),
                shown.text() + until,
                shown.mark(),
                standing.text(),
                standing.mark(),
                holding.isInUse(),
                isReissuable(holding),
                holding.standing() == Standing.VALID,
                holding.held().replacedBy().map(LineNumber::toString).orElse(""),
                holding.isRenewable(today));
    }

    /** One that was reported lost may be asked for anew, as long as nothing else took its place. */
    private static boolean isReissuable(Holding holding) {
        return !holding.codeEnded()
                && (holding.standing() == Standing.VALID
                        || holding.standing() == Standing.REVOKED
                                && holding.held().replacedBy().isEmpty()
                                && holding.held()
                                        .revocation()
                                        .filter(revoked -> revoked.reason() == RevocationReason.KEY_COMPROMISE)
                                        .isPresent());
    }
}
