package jp.fudamori.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.common.Refusal;
import jp.fudamori.notice.Letter.Postable;
import jp.fudamori.notice.Letter.Voided;
import jp.fudamori.notice.PostedLetter.Returned;
import org.springframework.stereotype.Component;

/** When the office may say that it posted a letter, and when the post may say something about it. */
@Component
class PostingRules {

    private final LetterPostings postings;
    private final Clock clock;

    PostingRules(LetterPostings postings, Clock clock) {
        this.postings = postings;
        this.clock = clock;
    }

    /** Whether the letter was posted just so, and nothing is left to record. */
    static boolean isRecorded(Letter letter, TrackingNumber number, LocalDate postedOn) {
        return !(letter instanceof Postable)
                && letter.handover()
                        .filter(posting -> posting.is(number, postedOn))
                        .isPresent();
    }

    /** What speaks against recording that a letter was posted. */
    Optional<Refusal> objection(Letter letter, TrackingNumber number, LocalDate postedOn) {
        if (!(letter instanceof Postable postable)) {
            return Optional.of(whyNot(letter));
        }
        return objection("差出日", "通知書の発行日または返送日", postable.earliestPosting(), postedOn)
                .or(() -> postings.find(number, postedOn)
                        .map(item ->
                                new Refusal(NoticeReason.TRACKING_NUMBER_IN_USE, "このお問い合わせ番号は、同じ日に別の差出しで使用されています。")));
    }

    /** What speaks against a day that the post or somebody of the office told. */
    Optional<Refusal> objection(String what, String earliestName, LocalDate earliest, LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            return Optional.of(new Refusal(NoticeReason.IMPOSSIBLE_DATE, what + "に未来の日付は入力できません。"));
        }
        if (day.isBefore(earliest)) {
            return Optional.of(new Refusal(
                    NoticeReason.IMPOSSIBLE_DATE,
                    what + "は、" + earliestName + "（" + JapaneseDates.plain(earliest) + "）以後の日付を入力してください。"));
        }
        return Optional.empty();
    }

    private static Refusal whyNot(Letter letter) {
        if (letter instanceof Voided) {
            return new Refusal(NoticeReason.LETTER_VOID, "この通知書は無効になっています。");
        }
        if (letter instanceof Returned) {
            return new Refusal(NoticeReason.LETTER_ALREADY_POSTED, "この通知書は返送され、再差出しするかどうかが、まだ決まっていません。");
        }
        return letter.handover().isPresent()
                ? new Refusal(NoticeReason.LETTER_ALREADY_POSTED, "この通知書は、別のお問い合わせ番号または差出日で、すでに発送済みです。")
                : new Refusal(NoticeReason.LETTER_NOT_PRINTED, "この通知書は、まだ作成されていません。");
    }
}
