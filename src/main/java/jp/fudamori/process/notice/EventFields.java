package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.DAY;
import static jp.fudamori.process.notice.NoticeDeliveryModel.KIND;
import static jp.fudamori.process.notice.NoticeDeliveryModel.RETURN_REASON;

import java.time.LocalDate;
import java.util.Optional;
import jp.fudamori.notice.ReturnReason;
import jp.fudamori.notice.TrackingEvent;
import jp.fudamori.notice.TrackingKind;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** The fields of a form in which somebody says what the post told. */
final class EventFields {

    private EventFields() {}

    /** @throws jp.fudamori.common.Refusal {@code return-reason-missing} */
    static TrackingEvent take(DelegateTask task) {
        return takeIfAny(task).orElseThrow();
    }

    /** Empty where the post has no answer yet. */
    static Optional<TrackingEvent> takeIfAny(DelegateTask task) {
        var kind = KIND.take(task).flatMap(TrackingKind::of);
        var day = LocalDate.parse(DAY.take(task).orElseThrow());
        var reason = RETURN_REASON.take(task).flatMap(ReturnReason::of);
        return kind.map(known -> TrackingEvent.entered(known, day, reason));
    }
}
