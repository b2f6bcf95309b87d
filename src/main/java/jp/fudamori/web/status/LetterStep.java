package jp.fudamori.web.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.notice.Letter;
import jp.fudamori.notice.Letter.Voided;
import jp.fudamori.notice.PostedLetter.Absent;
import jp.fudamori.notice.PostedLetter.Delivered;
import jp.fudamori.notice.PostedLetter.Failed;
import jp.fudamori.notice.PostedLetter.ToPostAgain;
import jp.fudamori.web.status.NextStep.Actor;
import jp.fudamori.web.status.NextStep.Place;

/** Who acts next on an application that has a letter. */
final class LetterStep {

    private LetterStep() {}

    /** @param arrival day on which the letter is expected */
    static NextStep of(Letter letter, List<Issued> issued, LocalDate arrival) {
        if (letter instanceof Delivered) {
            return delivered(issued);
        }
        if (letter instanceof Voided) {
            return NextStep.end(
                    3,
                    "通知書無効",
                    "この通知書は無効です。あとから届いたり見つかったりしても使えませんので、破棄してください。電子証明書が必要なときは、あらためて申請してください。",
                    Place.letter("letterVoided"));
        }
        if (letter instanceof Absent absent) {
            return new NextStep(
                    3,
                    "不在のため郵便局で保管中",
                    Optional.of(Actor.CLINIC),
                    "郵便局が通知書を保管しています。不在連絡票により、再配達か窓口での受取りを依頼してください。",
                    Optional.of(absent.keptUntil()),
                    "この日を過ぎると、通知書は発行センターへ返送されます。",
                    Place.letter("recordDelivery"));
        }
        if (letter instanceof ToPostAgain) {
            return NextStep.office(
                    3,
                    "通知書を再発送します",
                    "返送された通知書を、もう一度書留で差し出します。",
                    Optional.empty(),
                    "1週間たってもご連絡がないときは、受付番号を添えてお電話ください。",
                    Place.letter("repostLetter"));
        }
        if (letter instanceof Failed) {
            return NextStep.office(
                    3,
                    "通知書返送・対応中",
                    "通知書が届かなかった理由を調べ、お電話かメールでご連絡します。",
                    Optional.empty(),
                    "1週間たってもご連絡がないときは、受付番号を添えてお電話ください。",
                    Place.letter("resolveReturnedLetter"));
        }
        return letter.handover().isPresent() ? underWay(arrival) : toBePosted(arrival);
    }

    private static NextStep toBePosted(LocalDate arrival) {
        return NextStep.office(
                2,
                "発行済み・通知書準備中",
                "通知書を書留で差し出します。",
                arrival,
                "この日までに通知書が届かないときは、受付番号を添えてお電話ください。",
                Place.letter("postLetter"));
    }

    private static NextStep underWay(LocalDate arrival) {
        return new NextStep(
                3,
                "通知書発送済み",
                Optional.of(Actor.POST),
                "通知書を書留で配達しています。",
                Optional.of(arrival),
                "この日までに届かないときは、メールでお知らせしたお問い合わせ番号で配達状況をご確認ください。",
                Place.letter("recordDelivery"));
    }

    private static NextStep delivered(List<Issued> issued) {
        var waiting = issued.stream()
                .filter(certificate -> certificate.downloads() == 0)
                .toList();
        if (waiting.isEmpty()) {
            return new NextStep(
                    5,
                    "お手続き完了",
                    Optional.empty(),
                    "お手続きはすべて終わりました。通知書は大切に保管してください。",
                    Optional.empty(),
                    "",
                    Place.letter("letterDelivered"));
        }
        return new NextStep(
                4,
                "通知書到着・ダウンロード待ち",
                Optional.of(Actor.CLINIC),
                "通知書に記載の手順で、電子証明書をダウンロードしてください。",
                waiting.stream().map(Issued::downloadUntil).min(LocalDate::compareTo),
                "この日を過ぎると、新たな発行（有償）が必要です。",
                Place.letter("letterDelivered"));
    }
}
