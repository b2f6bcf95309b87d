package jp.fudamori.deadline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import jp.fudamori.calendar.BusinessCalendar;

/** What the office promised for applications of one kind and still has to keep. */
public interface OpenPromises {

    /** Returns what would move if it were counted again by this calendar; changes nothing. */
    List<DeadlineMove> moves(BusinessCalendar calendar, LocalDate today);

    /** As {@link #moves}, of these numbers alone, and nobody else changes them until the transaction ends. */
    List<DeadlineMove> lock(Collection<String> numbers, BusinessCalendar calendar, LocalDate today);

    /**
     * Keeps the later dates of locked applications, and announces each.
     *
     * @param reason for the clinics, in Japanese, a whole sentence
     */
    void move(List<DeadlineMove> moves, String reason);
}
