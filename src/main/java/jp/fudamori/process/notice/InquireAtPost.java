package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.NOTE;
import static jp.fudamori.process.notice.NoticeDeliveryModel.letterNumber;

import jp.fudamori.notice.TrackingDesk;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Nobody has heard of the letter for days: the post office is asked. */
@Component
class InquireAtPost extends UserStep {

    private final TrackingDesk tracking;
    private final LetterFields fields;
    private final CurrentUser user;

    InquireAtPost(TrackingDesk tracking, LetterFields fields, CurrentUser user) {
        this.tracking = tracking;
        this.fields = fields;
        this.user = user;
    }

    @Override
    protected void offer(DelegateTask task) {
        fields.show(task);
    }

    @Override
    protected void complete(DelegateTask task) {
        var answer = EventFields.takeIfAny(task);
        tracking.inquired(letterNumber(task), answer, NOTE.take(task).orElseThrow(), user.id());
    }
}
