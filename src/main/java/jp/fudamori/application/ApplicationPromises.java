package jp.fudamori.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.deadline.DeadlineMove;
import jp.fudamori.deadline.OpenPromises;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The promises of certificate applications that wait for the office. */
@Component
class ApplicationPromises implements OpenPromises {

    private final OpenDeadlines deadlines;
    private final ApplicationEventPublisher events;

    ApplicationPromises(OpenDeadlines deadlines, ApplicationEventPublisher events) {
        this.deadlines = deadlines;
        this.events = events;
    }

    @Override
    public List<DeadlineMove> moves(BusinessCalendar calendar, LocalDate today) {
        return moves(deadlines.all(), calendar, today);
    }

    @Override
    public List<DeadlineMove> lock(Collection<String> numbers, BusinessCalendar calendar, LocalDate today) {
        return moves(deadlines.lock(numbers), calendar, today);
    }

    @Override
    public void move(List<DeadlineMove> moves, String reason) {
        deadlines.save(moves);
        moves.forEach(move -> events.publishEvent(new DeadlineMoved(
                new ApplicationNumber(move.number()), move.before(), move.after(), move.extended(), reason)));
    }

    private static List<DeadlineMove> moves(List<OpenDeadline> open, BusinessCalendar calendar, LocalDate today) {
        return open.stream()
                .map(deadline -> deadline.move(calendar, today))
                .flatMap(Optional::stream)
                .toList();
    }
}
