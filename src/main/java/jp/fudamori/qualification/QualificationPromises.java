package jp.fudamori.qualification;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.deadline.DeadlineMove;
import jp.fudamori.deadline.OpenPromises;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The promises of 利用申請 that are under review. */
@Component
class QualificationPromises implements OpenPromises {

    private final OpenReviews reviews;
    private final ApplicationEventPublisher events;

    QualificationPromises(OpenReviews reviews, ApplicationEventPublisher events) {
        this.reviews = reviews;
        this.events = events;
    }

    @Override
    public List<DeadlineMove> moves(BusinessCalendar calendar, LocalDate today) {
        return moves(reviews.all(), calendar, today);
    }

    @Override
    public List<DeadlineMove> lock(Collection<String> numbers, BusinessCalendar calendar, LocalDate today) {
        return moves(reviews.lock(numbers), calendar, today);
    }

    @Override
    public void move(List<DeadlineMove> moves, String reason) {
        reviews.save(moves);
        moves.forEach(move -> events.publishEvent(new QualificationDeadlineMoved(
                new QualificationNumber(move.number()),
                move.before().reviewDue(),
                move.after().reviewDue(),
                move.extended(),
                reason)));
    }

    private static List<DeadlineMove> moves(List<OpenReview> open, BusinessCalendar calendar, LocalDate today) {
        return open.stream()
                .map(review -> review.move(calendar, today))
                .flatMap(Optional::stream)
                .toList();
    }
}
