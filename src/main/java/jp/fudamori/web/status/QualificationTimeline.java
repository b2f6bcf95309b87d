package jp.fudamori.web.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.qualification.QualificationApplication;
import jp.fudamori.qualification.QualificationApplication.Abandoned;
import jp.fudamori.qualification.QualificationApplication.Accepted;
import jp.fudamori.qualification.QualificationApplication.Rejected;
import jp.fudamori.qualification.QualificationApplication.Returned;
import jp.fudamori.qualification.QualificationApplication.Submitted;
import jp.fudamori.qualification.QualificationApplication.Withdrawn;
import jp.fudamori.web.status.Timeline.Entry;

/** The dates of a 利用申請 in plain words. */
final class QualificationTimeline {

    private QualificationTimeline() {}

    static List<Entry> of(QualificationApplication application) {
        var submission = application.lastSubmission().orElseThrow(IllegalStateException::new);
        var entries = new ArrayList<Entry>();
        entries.add(happened(
                submission.submittedAt(),
                submission.round() == 1 ? "利用申請を受け付けました" : "訂正された利用申請を受け付けました（" + submission.round() + "回目）",
                "受付番号 " + submission.number()));
        if (application instanceof Submitted submitted) {
            submitted
                    .late()
                    .ifPresent(late -> entries.add(happened(
                            late.at(), "審査が期限に間に合わず、期限を延ばしました", "新しい期限は" + JapaneseDates.day(late.newDue()) + "です。")));
            entries.add(toCome(submitted.due(), "審査の期限です"));
        } else if (application instanceof Returned returned) {
            entries.add(toCome(returned.answerUntil(), "訂正の期限です"));
        } else if (application instanceof Accepted accepted) {
            entries.add(happened(accepted.decidedAt(), "利用申請を受理しました", "電子証明書の発行を申請できます。"));
        } else if (application instanceof Rejected rejected) {
            entries.add(happened(rejected.decidedAt(), "審査の結果、受理できませんでした", rejected.reason()));
        } else if (application instanceof Withdrawn withdrawn) {
            entries.add(happened(withdrawn.at(), "利用申請が取り下げられました", ""));
        } else if (application instanceof Abandoned abandoned) {
            entries.add(happened(abandoned.at(), "訂正がなかったため、利用申請を終了しました", ""));
        }
        return entries;
    }

    private static Entry happened(Instant at, String text, String more) {
        return new Entry(at.atZone(JapaneseDates.TOKYO).toLocalDate(), JapaneseDates.moment(at), text, more, true);
    }

    private static Entry toCome(LocalDate day, String text) {
        return new Entry(day, JapaneseDates.day(day), text, "", false);
    }
}
