package jp.fudamori.qualification;

import java.time.LocalDate;
import java.util.Optional;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.deadline.DeadlineMove;
import jp.fudamori.deadline.DeadlineMove.Dates;
import jp.fudamori.deadline.PromisedDay;
import jp.fudamori.institution.InstitutionCode;

/**
 * A 利用申請 that waits for its decision.
 *
 * @param extended whether {@code due} was promised in place of a missed day
 */
record OpenReview(String number, InstitutionCode institution, boolean extended, PromisedDay due) {

    /** Returns the move that counting again means; empty where the day stays. */
    Optional<DeadlineMove> move(BusinessCalendar calendar, LocalDate today) {
        var after = due.postponed(calendar, today);
        return after.equals(due)
                ? Optional.empty()
                : Optional.of(new DeadlineMove(number, institution, extended, dates(due), dates(after)));
    }

    private static Dates dates(PromisedDay day) {
        return new Dates(day.due(), Optional.empty());
    }
}
