package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.letterNumber;

import jp.fudamori.notice.TrackingDesk;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

@Component
class RecordDelivery extends UserStep {

    private final TrackingDesk tracking;
    private final LetterFields fields;
    private final CurrentUser user;

    RecordDelivery(TrackingDesk tracking, LetterFields fields, CurrentUser user) {
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
        tracking.record(letterNumber(task), EventFields.take(task), user.id());
    }
}
