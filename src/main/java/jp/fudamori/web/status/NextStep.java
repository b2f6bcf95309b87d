package jp.fudamori.web.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.fudamori.application.ApplicationKind;
import jp.fudamori.application.CertificateApplication;
import jp.fudamori.application.CertificateApplication.Abandoned;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.ApprovedOnce;
import jp.fudamori.application.CertificateApplication.Cancelled;
import jp.fudamori.application.CertificateApplication.Rejected;
import jp.fudamori.application.CertificateApplication.Returned;
import jp.fudamori.application.CertificateApplication.Submitted;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.notice.Letter;

/**
 * Who acts next on an application, and until when. Names no person, no institution and no terminal, so that it may be
 * shown to whoever has the code.
 *
 * @param stage how far it is, 0 (申請) to 4 (ダウンロード); 5 when all is done
 * @param state in a few words
 * @param actor who has to act; empty where nobody has to
 * @param what they do
 * @param until last day, inclusive
 * @param otherwise what happens, or what to do, if nothing comes
 * @param place where that stands in the drawing of the model
 */
record NextStep(
        int stage,
        String state,
        Optional<Actor> actor,
        String what,
        Optional<LocalDate> until,
        String otherwise,
        Place place) {

    enum Actor {
        CLINIC("医療機関（お客さま）"),
        OFFICE("発行センター"),
        POST("郵便局");

        private final String japanese;

        Actor(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    /** @param element id in the model */
    record Place(String model, String element) {

        static Place application(String element) {
            return new Place("certificate-application", element);
        }

        static Place letter(String element) {
            return new Place("notice-delivery", element);
        }
    }

    private static final String CALL = "この日を過ぎてもご連絡がないときは、受付番号を添えてお電話ください。";
    private static final String NO_FEE = "発行料はかかりません。あらためて申請することができます。";

    /**
     * @param issued the certificates of the application, as far as there are any
     * @param letter the last one
     */
    static NextStep of(CertificateApplication application, List<Issued> issued, Optional<Letter> letter) {
        if (application instanceof Submitted submitted) {
            return office(1, "審査中", "申請の内容を審査しています。", submitted.due(), CALL, Place.application("reviewApplication"));
        }
        if (application instanceof ApprovedOnce once) {
            return office(
                    1,
                    "審査中（二次承認待ち）",
                    "もう一人の担当者が、申請の内容を確認しています。",
                    once.submitted().due(),
                    CALL,
                    Place.application("approveSecond"));
        }
        if (application instanceof Returned returned) {
            return new NextStep(
                    1,
                    "補正のお願い中",
                    Optional.of(Actor.CLINIC),
                    "申請の内容を補正して、もう一度送ってください。",
                    Optional.of(returned.correction().until()),
                    "この日までに補正がないと、申請は終了します。発行料はかかりません。",
                    Place.application("correctApplication"));
        }
        if (application instanceof Approved approved) {
            return approved.lines().isEmpty() ? withheld() : approved(application, issued, letter);
        }
        return ended(application);
    }

    private static NextStep ended(CertificateApplication application) {
        if (application instanceof Rejected) {
            return end(1, "却下", "審査の結果、電子証明書を発行できませんでした。理由はメールでお知らせしています。", Place.application("applicationRejected"));
        }
        if (application instanceof Cancelled) {
            return end(1, "取消し", "申請は取り消されました。", Place.application("applicationCancelled"));
        }
        if (application instanceof Abandoned) {
            return end(1, "補正がなく終了", "期限までに補正がなかったため、申請を終了しました。", Place.application("correctionAbandoned"));
        }
        throw new IllegalStateException("unknown state of " + application.number());
    }

    private static NextStep withheld() {
        return new NextStep(
                2,
                "発行なし",
                Optional.empty(),
                "医療機関コードが廃止されたため、電子証明書を発行しませんでした。",
                Optional.empty(),
                "発行料はかかりません。新しい医療機関コードがあるときは、そのコードで申請してください。",
                Place.application("nothingToDeliver"));
    }

    private static NextStep approved(CertificateApplication application, List<Issued> issued, Optional<Letter> letter) {
        var arrival = application.submission().expectedArrival();
        if (application.submission().kind() == ApplicationKind.RENEWAL) {
            return renewal(issued, arrival);
        }
        if (letter.isEmpty()) {
            return office(
                    2,
                    issued.isEmpty() ? "承認済み・発行準備中" : "発行済み・通知書準備中",
                    "電子証明書を発行し、通知書を作成しています。",
                    arrival,
                    "この日までに通知書が届かないときは、受付番号を添えてお電話ください。",
                    Place.application(issued.isEmpty() ? "issueCertificates" : "assembleLetter"));
        }
        return LetterStep.of(letter.get(), issued, arrival);
    }

    private static NextStep renewal(List<Issued> issued, LocalDate until) {
        var place = Place.application("issueCertificates");
        if (issued.isEmpty()) {
            return office(2, "更新・発行準備中", "新しい電子証明書を作成しています。", until, CALL, place);
        }
        var certificate = issued.get(0);
        return certificate.downloads() > 0
                ? new NextStep(5, "更新・受取り済み", Optional.empty(), "新しい電子証明書を受け取りました。", Optional.empty(), "", place)
                : new NextStep(
                        4,
                        "更新・受取り待ち",
                        Optional.of(Actor.CLINIC),
                        "電子証明書を使う端末で、新しい電子証明書を受け取ってください。",
                        Optional.of(certificate.downloadUntil()),
                        "この日を過ぎると受け取れません。新たな発行（有償）が必要です。",
                        place);
    }

    /** Of a renewal whose old certificate was revoked before the new one was fetched; whether it was signed or not. */
    static NextStep withdrawn() {
        return new NextStep(
                2,
                "更新・取消し",
                Optional.empty(),
                "更新もとの電子証明書が失効したため、更新は取り消されました。",
                Optional.empty(),
                NO_FEE,
                Place.application("issueCertificates"));
    }

    static NextStep office(int stage, String state, String what, LocalDate until, String otherwise, Place place) {
        return office(stage, state, what, Optional.of(until), otherwise, place);
    }

    static NextStep office(
            int stage, String state, String what, Optional<LocalDate> until, String otherwise, Place place) {
        return new NextStep(stage, state, Optional.of(Actor.OFFICE), what, until, otherwise, place);
    }

    static NextStep end(int stage, String state, String what, Place place) {
        var otherwise = place.model().equals("notice-delivery") ? "" : NO_FEE;
        return new NextStep(stage, state, Optional.empty(), what, Optional.empty(), otherwise, place);
    }

    /** Whether it came to its end without a certificate. */
    public boolean ended() {
        return actor.isEmpty() && stage < 5;
    }
}
