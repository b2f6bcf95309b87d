package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.ADDRESS;
import static jp.fudamori.process.notice.NoticeDeliveryModel.ADVICE;
import static jp.fudamori.process.notice.NoticeDeliveryModel.NOTE;
import static jp.fudamori.process.notice.NoticeDeliveryModel.REMAINING;
import static jp.fudamori.process.notice.NoticeDeliveryModel.RESOLUTION;
import static jp.fudamori.process.notice.NoticeDeliveryModel.SEAL_INTACT;
import static jp.fudamori.process.notice.NoticeDeliveryModel.SENT_TO;
import static jp.fudamori.process.notice.NoticeDeliveryModel.letterNumber;

import jp.fudamori.common.JapaneseDates;
import jp.fudamori.notice.ReturnCase;
import jp.fudamori.notice.ReturnDesk;
import jp.fudamori.process.CurrentUser;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The fields of a form in which somebody decides what becomes of a letter that came back. */
@Component
class ReturnFields {

    private static final String REPOST = "repost";

    private final ReturnDesk returns;
    private final LetterFields fields;
    private final CurrentUser user;

    ReturnFields(ReturnDesk returns, LetterFields fields, CurrentUser user) {
        this.returns = returns;
        this.fields = fields;
        this.user = user;
    }

    void show(DelegateTask task) {
        RESOLUTION.ask(task);
        var returned = returns.of(letterNumber(task));
        fields.show(task);
        SENT_TO.show(task, LetterFields.text(returned.sentTo()));
        ADDRESS.show(task, LetterFields.text(returned.registered()) + (returned.hasMoved() ? "（変更あり）" : "（変更なし）"));
        REMAINING.show(task, remaining(returned));
        ADVICE.show(task, returned.advice());
    }

    /** Hands on the decision; the gateway behind the task reads it too, so it stays. */
    void take(DelegateTask task) {
        var note = NOTE.take(task).orElse("");
        var sealIntact = SEAL_INTACT.take(task).orElseThrow();
        if (RESOLUTION.in(task).equals(REPOST)) {
            returns.postAgain(letterNumber(task), sealIntact, note, user.id());
        } else {
            returns.giveUp(letterNumber(task), note, user.id());
        }
    }

    private static String remaining(ReturnCase returned) {
        return "残り" + returned.remainingDays() + "日（" + JapaneseDates.day(returned.downloadUntil()) + "まで）";
    }
}
