package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.letterNumber;

import jp.fudamori.notice.TrackingDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Only who holds the letter can download: so it was delivered, whatever the post has told us yet. */
@Component
class NoteDelivery extends Step {

    private final TrackingDesk tracking;

    NoteDelivery(TrackingDesk tracking) {
        this.tracking = tracking;
    }

    @Override
    protected void run(DelegateExecution execution) {
        tracking.downloaded(letterNumber(execution));
    }
}
