package jp.fudamori.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.paper.Addressee;

/**
 * A notice letter in one of its states; each state offers only the steps allowed from it. Where a letter is after it
 * was posted follows from what the post reported: {@link PostedLetter}.
 */
public sealed interface Letter permits Letter.Current, Letter.Voided {

    Envelope envelope();

    /** The state as screens name it. */
    String state();

    default LetterNumber number() {
        return envelope().number();
    }

    default ApplicationNumber application() {
        return envelope().application();
    }

    /** How the letter was handed to the post office the last time; empty until then. */
    default Optional<Posting> handover() {
        return Optional.empty();
    }

    /** What was printed; empty until then. */
    default Optional<Sheets> printing() {
        return Optional.empty();
    }

    /** @param lines the certificates it is about, all of one application, in their order; 1 to 50 */
    record Envelope(LetterNumber number, ApplicationNumber application, List<LineNumber> lines) {

        public Envelope {
            lines = List.copyOf(lines);
            if (lines.isEmpty() || lines.size() > LineNumber.MOST) {
                throw new IllegalArgumentException(number + " has " + lines.size() + " lines");
            }
        }
    }

    /**
     * What was printed.
     *
     * @param issuedOn 発行日 of the letter, Asia/Tokyo
     * @param addressee what shows through the window of the envelope
     * @param unprintable characters that the typeface lacks, each printed as 〓; somebody must write them by hand
     */
    record Sheets(LocalDate issuedOn, Addressee addressee, Set<String> unprintable) {

        public Sheets {
            unprintable = Set.copyOf(unprintable);
        }
    }

    /**
     * One time that the letter was handed to the post office.
     *
     * @param attempt 1 for the first time
     * @param trackingNumber identifies the item together with {@code postedOn}
     * @param addressee to where it was sent
     */
    record Posting(
            int attempt, TrackingNumber trackingNumber, LocalDate postedOn, AccountId postedBy, Addressee addressee) {

        boolean is(TrackingNumber number, LocalDate day) {
            return trackingNumber.equals(number) && postedOn.equals(day);
        }
    }

    /** Not void: what it says can be used, once somebody has it. */
    sealed interface Current extends Letter permits Assembled, Postable, PostedLetter {

        /** 取戻し: what it says opens nothing any more, wherever it is. */
        default Voided withdraw(LocalDate today) {
            return new Voided(envelope(), printing(), handover(), today);
        }
    }

    /** Can be handed to the post office now. */
    sealed interface Postable extends Current permits Printed, PostedLetter.ToPostAgain {

        /** First day on which that can have happened. */
        LocalDate earliestPosting();

        /** 1 for the first time. */
        int nextAttempt();

        /** @param registered address of the institution today, for a letter whose printed one no longer counts */
        Addressee nextAddressee(Addressee registered);

        default Posting post(TrackingNumber number, LocalDate postedOn, AccountId postedBy, Addressee registered) {
            return new Posting(nextAttempt(), number, postedOn, postedBy, nextAddressee(registered));
        }
    }

    /** Its lines are fixed, its pages are not printed yet. */
    record Assembled(Envelope envelope) implements Current {

        @Override
        public String state() {
            return "作成中";
        }

        Printed print(Sheets sheets) {
            return new Printed(envelope, sheets);
        }
    }

    /** Waits for the dispatch staff; its sealed pages can be opened. */
    record Printed(Envelope envelope, Sheets sheets) implements Postable {

        @Override
        public String state() {
            return "差出し待ち";
        }

        @Override
        public Optional<Sheets> printing() {
            return Optional.of(sheets);
        }

        @Override
        public LocalDate earliestPosting() {
            return sheets.issuedOn();
        }

        @Override
        public int nextAttempt() {
            return 1;
        }

        @Override
        public Addressee nextAddressee(Addressee registered) {
            return sheets.addressee();
        }
    }

    /** Counts no longer: its downloads are closed, and nothing will be sent again. */
    record Voided(Envelope envelope, Optional<Sheets> printing, Optional<Posting> handover, LocalDate voidedOn)
            implements Letter {

        @Override
        public String state() {
            return "無効";
        }
    }
}
