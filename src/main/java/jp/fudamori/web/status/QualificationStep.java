package jp.fudamori.web.status;

import java.util.Optional;
import jp.fudamori.qualification.QualificationApplication;
import jp.fudamori.qualification.QualificationApplication.Accepted;
import jp.fudamori.qualification.QualificationApplication.Rejected;
import jp.fudamori.qualification.QualificationApplication.Returned;
import jp.fudamori.qualification.QualificationApplication.Submitted;
import jp.fudamori.qualification.QualificationApplication.Withdrawn;
import jp.fudamori.web.status.NextStep.Actor;
import jp.fudamori.web.status.NextStep.Place;

/** Who acts next on a 利用申請 that was submitted. */
final class QualificationStep {

    private QualificationStep() {}

    static NextStep of(QualificationApplication application) {
        if (application instanceof Submitted submitted) {
            return new NextStep(
                    1,
                    "審査中",
                    Optional.of(Actor.OFFICE),
                    "利用申請の内容を審査しています。",
                    Optional.of(submitted.due()),
                    "この日を過ぎてもご連絡がないときは、受付番号を添えてお電話ください。",
                    place("reviewQualification"));
        }
        if (application instanceof Returned returned) {
            return new NextStep(
                    1,
                    "訂正のお願い中",
                    Optional.of(Actor.CLINIC),
                    "利用申請の内容を訂正して、もう一度送ってください。",
                    Optional.of(returned.answerUntil()),
                    "この日までに訂正がないと、利用申請は終了します。",
                    place("enterQualification"));
        }
        if (application instanceof Accepted) {
            return end(5, "受理", "利用申請を受理しました。電子証明書の発行を申請できます。", "qualificationAccepted");
        }
        if (application instanceof Rejected) {
            return end(1, "却下", "審査の結果、利用申請を受理できませんでした。理由はメールでお知らせしています。", "qualificationRejected");
        }
        return application instanceof Withdrawn
                ? end(1, "取下げ", "利用申請は取り下げられました。", "qualificationWithdrawn")
                : end(1, "期限切れ", "期限までに訂正がなかったため、利用申請を終了しました。", "qualificationAbandoned");
    }

    private static NextStep end(int stage, String state, String what, String element) {
        return new NextStep(stage, state, Optional.empty(), what, Optional.empty(), "", place(element));
    }

    private static Place place(String element) {
        return new Place("qualification-application", element);
    }
}
