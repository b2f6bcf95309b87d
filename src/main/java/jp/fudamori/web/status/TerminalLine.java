package jp.fudamori.web.status;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.fudamori.application.CertificateApplication;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.Undecided;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.fee.Fee;

/**
 * What became of one terminal's certificate, for the status page; what does not exist yet is empty.
 *
 * @param state in Japanese
 * @param note why it was refused; else empty
 */
record TerminalLine(
        int position,
        String terminalName,
        String state,
        String note,
        String serial,
        String validUntil,
        String downloadUntil,
        String fee) {

    static List<TerminalLine> of(CertificateApplication application, List<Issued> issued, List<Fee> fees) {
        return application.submission().lines().stream()
                .map(line -> of(line, application, issued, fees))
                .toList();
    }

    private static TerminalLine of(
            LineNumber line, CertificateApplication application, List<Issued> issued, List<Fee> fees) {
        var certificate = issued.stream().filter(one -> one.line().equals(line)).findFirst();
        var refusal = application instanceof Approved approved
                ? Optional.ofNullable(approved.refused().get(line))
                : Optional.<String>empty();
        var state = refusal.isPresent()
                ? "発行しません"
                : certificate.map(TerminalLine::state).orElse("発行前");
        return new TerminalLine(
                line.position(),
                application.particulars().terminalName(line),
                state,
                refusal.orElse(""),
                certificate.map(Issued::serialNumber).orElse(""),
                certificate.map(one -> JapaneseDates.plain(one.notAfter())).orElse(""),
                certificate.map(one -> JapaneseDates.plain(one.downloadUntil())).orElse(""),
                fees.stream()
                        .filter(fee -> fee.reference().equals(line.toString()))
                        .map(TerminalLine::fee)
                        .findFirst()
                        .orElse(""));
    }

    private static String fee(Fee fee) {
        var posted = String.format(Locale.JAPAN, "%,d円（%s）", fee.amountYen(), JapaneseDates.plain(fee.postedOn()));
        return fee.cancelledOn()
                .map(day -> posted + "。" + JapaneseDates.plain(day) + "に取り消しました。お支払いは不要です。")
                .orElse(posted);
    }

    private static boolean hasEnded(CertificateApplication application) {
        return !(application instanceof Undecided) && !(application instanceof Approved);
    }

    private static String state(Issued certificate) {
        return certificate.downloads() > 0 ? "ダウンロード済み" : "発行済み・未ダウンロード";
    }
}
