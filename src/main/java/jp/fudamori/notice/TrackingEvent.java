package jp.fudamori.notice;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import jp.fudamori.common.Refusal;

/**
 * One thing that the post reported about a posted letter. Two reports of the same kind on the same day are one event.
 *
 * @param day Asia/Tokyo
 * @param time where the post told it; decides nothing
 * @param reason of a return, and of nothing else
 */
public record TrackingEvent(TrackingKind kind, LocalDate day, Optional<LocalTime> time, Optional<ReturnReason> reason) {

    public TrackingEvent {
        if (reason.isPresent() != (kind == TrackingKind.RETURNED)) {
            throw new IllegalArgumentException("a reason belongs to a return: " + kind + ", " + reason);
        }
    }

    /**
     * What somebody entered in a form.
     *
     * @throws Refusal {@code return-reason-missing}, also for a reason where there is no return
     */
    public static TrackingEvent entered(TrackingKind kind, LocalDate day, Optional<ReturnReason> reason) {
        if (reason.isPresent() != (kind == TrackingKind.RETURNED)) {
            throw new Refusal(
                    NoticeReason.RETURN_REASON_MISSING,
                    reason.isPresent() ? "返送の理由は、返送のときだけ選んでください。" : "返送のときは、その理由を選んでください。");
        }
        return new TrackingEvent(kind, day, Optional.empty(), reason);
    }

    public static TrackingEvent of(TrackingKind kind, LocalDate day) {
        return new TrackingEvent(kind, day, Optional.empty(), Optional.empty());
    }

    public static TrackingEvent returned(LocalDate day, ReturnReason reason) {
        return new TrackingEvent(TrackingKind.RETURNED, day, Optional.empty(), Optional.of(reason));
    }

    boolean is(TrackingKind other) {
        return kind == other;
    }
}
