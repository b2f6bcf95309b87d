package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.WHEREABOUTS;
import static jp.fudamori.process.notice.NoticeDeliveryModel.letterNumber;

import jp.fudamori.notice.TrackingDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Asks where the letter is, whoever or whatever reported that. */
@Component
class ReadTracking extends Step {

    private final TrackingDesk tracking;

    ReadTracking(TrackingDesk tracking) {
        this.tracking = tracking;
    }

    @Override
    protected void run(DelegateExecution execution) {
        WHEREABOUTS.set(
                execution,
                tracking.whereabouts(letterNumber(execution)).whereabouts().name());
    }
}
