package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.NOTE;
import static jp.fudamori.process.notice.NoticeDeliveryModel.STOPPING;
import static jp.fudamori.process.notice.NoticeDeliveryModel.letterNumber;

import jp.fudamori.notice.WithdrawalDesk;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The post office is asked to give back a letter that is void; whatever comes of it, the letter opens nothing. */
@Component
class StopLetter extends UserStep {

    private final WithdrawalDesk desk;
    private final LetterFields fields;
    private final CurrentUser user;

    StopLetter(WithdrawalDesk desk, LetterFields fields, CurrentUser user) {
        this.desk = desk;
        this.fields = fields;
        this.user = user;
    }

    @Override
    protected void offer(DelegateTask task) {
        fields.show(task);
    }

    @Override
    protected void complete(DelegateTask task) {
        desk.stopped(
                letterNumber(task),
                STOPPING.take(task).orElseThrow().equals("asked"),
                NOTE.take(task).orElse(""),
                user.id());
    }
}
