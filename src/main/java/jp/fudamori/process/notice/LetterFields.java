package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.ADDRESS;
import static jp.fudamori.process.notice.NoticeDeliveryModel.APPLICATION_NUMBER;
import static jp.fudamori.process.notice.NoticeDeliveryModel.CONTACT_NAME;
import static jp.fudamori.process.notice.NoticeDeliveryModel.INSTITUTION_NAME;
import static jp.fudamori.process.notice.NoticeDeliveryModel.LINES;
import static jp.fudamori.process.notice.NoticeDeliveryModel.POSTED;
import static jp.fudamori.process.notice.NoticeDeliveryModel.STATE;
import static jp.fudamori.process.notice.NoticeDeliveryModel.UNPRINTABLE;
import static jp.fudamori.process.notice.NoticeDeliveryModel.letterNumber;

import java.util.Set;
import java.util.TreeSet;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.notice.Letter;
import jp.fudamori.notice.LetterDesk;
import jp.fudamori.paper.Addressee;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The fields of a form that say which letter it is about. */
@Component
class LetterFields {

    private final LetterDesk letters;

    LetterFields(LetterDesk letters) {
        this.letters = letters;
    }

    /** Shows where the letter goes, or went the last time. */
    void show(DelegateTask task) {
        var letter = letters.of(letterNumber(task)).orElseThrow();
        var sheets = letter.printing().orElseThrow();
        show(task, letter.handover().map(Letter.Posting::addressee).orElse(sheets.addressee()));
        APPLICATION_NUMBER.show(task, letter.application().value());
        LINES.show(task, letter.envelope().lines().size() + "枚");
        UNPRINTABLE.show(task, list(sheets.unprintable()));
        STATE.show(task, letter.state());
        letter.handover().ifPresent(posting -> POSTED.show(task, describe(posting)));
    }

    static void show(DelegateTask task, Addressee addressee) {
        INSTITUTION_NAME.show(task, addressee.name());
        ADDRESS.show(task, text(addressee));
        CONTACT_NAME.show(task, addressee.person());
    }

    static String text(Addressee addressee) {
        return "〒" + addressee.postalCode() + " " + addressee.address();
    }

    private static String list(Set<String> characters) {
        return characters.isEmpty() ? "なし" : String.join("、", new TreeSet<>(characters));
    }

    private static String describe(Letter.Posting posting) {
        return JapaneseDates.day(posting.postedOn()) + " 差出し（お問い合わせ番号 " + posting.trackingNumber() + "）";
    }
}
