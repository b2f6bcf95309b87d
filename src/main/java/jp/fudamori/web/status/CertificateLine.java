package jp.fudamori.web.status;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import jp.fudamori.certificate.HeldCertificate.State;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.holding.Holding;

/**
 * A certificate in the list of its clinic.
 *
 * @param line {@code 20261122-00042-01}
 * @param mark class of the tag that shows the state
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
        boolean labelled) {

    private record Shown(String text, String mark) {}

    private static final Map<State, Shown> STATES = Map.of(
            State.WAITING, new Shown("未ダウンロード", "warning"),
            State.DOWNLOADED, new Shown("ダウンロード済み", "success"),
            State.KEPT, new Shown("ダウンロード済み（期間終了）", "success"),
            State.MISSED, new Shown("ダウンロード期限切れ", "ended"),
            State.CLOSED, new Shown("通知書無効", "ended"),
            State.EXPIRED, new Shown("有効期限切れ", "ended"),
            State.REVOKED, new Shown("失効", "ended"),
            State.REPLACED, new Shown("交換済み", "ended"));

    static CertificateLine of(Holding holding) {
        var certificate = holding.certificate();
        var shown = requireNonNull(STATES.get(holding.state()));
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
                holding.isInUse());
    }
}
