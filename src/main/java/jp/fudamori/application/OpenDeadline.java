package jp.fudamori.application;

import java.time.LocalDate;
import java.util.Optional;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.deadline.DeadlineMove;
import jp.fudamori.deadline.DeadlineMove.Dates;
import jp.fudamori.deadline.PromisedDay;
import jp.fudamori.institution.InstitutionCode;

/**
 * What the office still has to keep.
 *
 * @param extendedDue the day that was promised in place of the missed one; empty while the first promise counts
 * @param extension how that day was counted; empty also where that was not kept
 */
record OpenDeadline(
        ApplicationNumber number,
        InstitutionCode institution,
        Promise promise,
        Optional<LocalDate> extendedDue,
        Optional<PromisedDay> extension) {

    /** Returns the move that counting again means; empty where everything stays. */
    Optional<DeadlineMove> move(BusinessCalendar calendar, LocalDate today) {
        var before = new Dates(extendedDue.orElse(promise.reviewDue()), Optional.of(promise.expectedArrival()));
        var after = counted(before, calendar, today);
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new DeadlineMove(number.value(), institution, extendedDue.isPresent(), before, after));
    }

    private Dates counted(Dates before, BusinessCalendar calendar, LocalDate today) {
        var postponed = promise.postponed(calendar, today);
        if (extendedDue.isEmpty()) {
            return new Dates(postponed.reviewDue(), Optional.of(postponed.expectedArrival()));
        }
        var due = extension.map(known -> known.postponed(calendar, today).due()).orElse(before.reviewDue());
        return new Dates(due, Optional.of(postponed.expectedArrival()));
    }
}
