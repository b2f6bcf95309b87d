package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.ADDRESS;
import static jp.fudamori.process.notice.NoticeDeliveryModel.CONTACT_NAME;
import static jp.fudamori.process.notice.NoticeDeliveryModel.INSTITUTION_NAME;
import static jp.fudamori.process.notice.NoticeDeliveryModel.LETTER_NUMBER;
import static jp.fudamori.process.notice.NoticeDeliveryModel.POSTED;
import static jp.fudamori.process.notice.NoticeDeliveryModel.UNPRINTABLE;
import static jp.fudamori.process.notice.NoticeDeliveryModel.applicationNumber;

import java.util.Set;
import java.util.TreeSet;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.notice.Letter;
import jp.fudamori.notice.LetterDesk;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The fields of a form that say which letter it is about. */
@Component
class LetterFields {

    private final ApplicationDesk applications;
    private final InstitutionRegistry registry;
    private final LetterDesk letters;

    LetterFields(ApplicationDesk applications, InstitutionRegistry registry, LetterDesk letters) {
        this.applications = applications;
        this.registry = registry;
        this.letters = letters;
    }

    void show(DelegateTask task) {
        var number = applicationNumber(task);
        var particulars = applications.find(number).orElseThrow().particulars();
        var institution = registry.find(particulars.institution()).orElseThrow();
        INSTITUTION_NAME.show(task, institution.name());
        ADDRESS.show(task, "〒" + institution.postalCode() + " " + institution.address());
        CONTACT_NAME.show(task, particulars.contactName() + " 様");
        var letter = letters.of(number).orElseThrow();
        LETTER_NUMBER.show(task, letter.number().toString());
        UNPRINTABLE.show(task, list(letter.sheets().unprintable()));
        letter.handover().ifPresent(posting -> POSTED.show(task, describe(posting)));
    }

    private static String list(Set<String> characters) {
        return characters.isEmpty() ? "なし" : String.join("、", new TreeSet<>(characters));
    }

    private static String describe(Letter.Posting posting) {
        return JapaneseDates.day(posting.postedOn()) + " 差出し（お問い合わせ番号 " + posting.trackingNumber() + "）";
    }
}
