package jp.fudamori.notice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.common.Refusal;
import jp.fudamori.notice.PostedLetter.Returned;
import jp.fudamori.paper.Addressee;

/**
 * What must be known about a letter that came back, to decide what becomes of it.
 *
 * @param registered the institution's address in the registry today
 * @param downloadUntil last day on which its certificates can be downloaded: the period runs on [SOURCES:
 *     download-period]
 */
public record ReturnCase(Returned letter, Addressee registered, LocalDate downloadUntil, LocalDate today) {

    public Addressee sentTo() {
        return letter.trip().posting().addressee();
    }

    public boolean hasMoved() {
        return Addressees.differ(sentTo(), registered);
    }

    /** Days on which the clinic could still download, today included; 0 when the period is over. */
    public long remainingDays() {
        return Math.max(0, ChronoUnit.DAYS.between(today, downloadUntil) + 1);
    }

    /**
     * What speaks against posting the same letter again. After the second return the clinic was called, and has said
     * where it can be reached: then its address need not have changed.
     */
    Optional<Refusal> objection(boolean sealIntact) {
        if (!sealIntact) {
            return Optional.of(new Refusal(NoticeReason.SEAL_BROKEN, "封が切られた通知書は、再差出しできません。「無効にする」を選んでください。"));
        }
        if (remainingDays() == 0) {
            return Optional.of(new Refusal(
                    NoticeReason.TOO_LATE_TO_POST_AGAIN,
                    "ダウンロードの期限（" + JapaneseDates.day(downloadUntil) + "）を過ぎたため、再差出しできません。「無効にする」を選んでください。"));
        }
        if (!letter.again() && !hasMoved()) {
            return Optional.of(
                    new Refusal(
                            NoticeReason.ADDRESS_UNCHANGED,
                            "登録簿の所在地が差し出したときから変わっていないため、再差出しできません。所在地の登録が改まれば再差出しできます（この画面の表示は変わりません）。改まらないときは「無効にする」を選んでください。"));
        }
        return Optional.empty();
    }

    /** What the facts allow, for whoever decides. */
    public String advice() {
        return objection(true).map(Refusal::getMessage).orElse("封が切られていなければ、新しい番号で再差出しできます。宛先は登録簿の現在の所在地です。");
    }
}
