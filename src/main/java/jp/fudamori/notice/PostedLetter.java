package jp.fudamori.notice;

import java.time.LocalDate;
import java.util.Optional;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.paper.Addressee;

/** A letter that was handed to the post office; its pages and its secrets exist on paper only. */
public sealed interface PostedLetter extends Letter.Current {

    /** How the post keeps an item that nobody took: 7 days from the day after the attempt [SOURCES: absence]. */
    int DAYS_KEPT = 7;

    /** Which of the office's ways of handling it applies. */
    enum Whereabouts {
        UNDER_WAY,
        ABSENT,
        DELIVERED,
        RETURNED,
        LOST
    }

    Trip trip();

    default Whereabouts whereabouts() {
        return Whereabouts.UNDER_WAY;
    }

    @Override
    default Envelope envelope() {
        return trip().envelope();
    }

    @Override
    default Optional<Posting> handover() {
        return Optional.of(trip().posting());
    }

    @Override
    default Optional<Sheets> printing() {
        return Optional.of(trip().sheets());
    }

    /** The way of a sealed letter since it was last posted. */
    record Trip(Envelope envelope, Sheets sheets, Posting posting) {}

    /** Came to nothing: either posted again or made void. */
    sealed interface Failed extends PostedLetter permits Returned, Lost, ToPostAgain {

        default Voided makeVoid(LocalDate today) {
            return withdraw(today);
        }
    }

    record HandedOver(Trip trip) implements PostedLetter {

        @Override
        public String state() {
            return "差出し済み（引受）";
        }
    }

    /** At the post office that delivers. */
    record AtOffice(Trip trip, LocalDate since) implements PostedLetter {

        @Override
        public String state() {
            return "配達郵便局に到着";
        }
    }

    record Out(Trip trip, LocalDate since) implements PostedLetter {

        @Override
        public String state() {
            return "持ち出し中";
        }
    }

    /** @param attemptedOn the first day on which nobody was there; the period counts from it */
    record Absent(Trip trip, LocalDate attemptedOn) implements PostedLetter {

        /** Last day on which the clinic can have it, inclusive. */
        public LocalDate keptUntil() {
            return attemptedOn.plusDays(DAYS_KEPT);
        }

        @Override
        public Whereabouts whereabouts() {
            return Whereabouts.ABSENT;
        }

        @Override
        public String state() {
            return "不在のため郵便局で保管（" + JapaneseDates.day(keptUntil()) + "まで）";
        }
    }

    record Delivered(Trip trip, LocalDate deliveredOn) implements PostedLetter {

        @Override
        public Whereabouts whereabouts() {
            return Whereabouts.DELIVERED;
        }

        @Override
        public String state() {
            return "配達済み（" + JapaneseDates.day(deliveredOn) + "）";
        }
    }

    /** Came back to the office, sealed or not. */
    record Returned(Trip trip, LocalDate returnedOn, ReturnReason reason) implements Failed {

        /** Whether the clinic must be called before anything else is tried. */
        public boolean again() {
            return trip.posting().attempt() > 1;
        }

        @Override
        public Whereabouts whereabouts() {
            return Whereabouts.RETURNED;
        }

        @Override
        public String state() {
            return "返送（" + JapaneseDates.day(returnedOn) + "、" + reason.japanese() + "）";
        }
    }

    /** The post office found that it cannot be found: whoever has it has the secrets. */
    record Lost(Trip trip, LocalDate reportedOn) implements Failed {

        @Override
        public Whereabouts whereabouts() {
            return Whereabouts.LOST;
        }

        @Override
        public String state() {
            return "郵便事故（" + JapaneseDates.day(reportedOn) + "）";
        }
    }

    /** Came back, and somebody decided to send it once more, still sealed. */
    record ToPostAgain(Trip trip, LocalDate returnedOn) implements Failed, Letter.Postable {

        @Override
        public String state() {
            return "再差出し待ち";
        }

        @Override
        public LocalDate earliestPosting() {
            return returnedOn;
        }

        @Override
        public int nextAttempt() {
            return trip.posting().attempt() + 1;
        }

        @Override
        public Addressee nextAddressee(Addressee registered) {
            return registered;
        }
    }
}
