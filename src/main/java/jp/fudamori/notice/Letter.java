package jp.fudamori.notice;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;

/** A notice letter in one of its states; each state offers only the steps allowed from it. */
public sealed interface Letter {

    Sheets sheets();

    default LetterNumber number() {
        return sheets().number();
    }

    /** How the letter was handed to the post office; empty until then. */
    Optional<Posting> handover();

    /**
     * What was printed.
     *
     * @param issuedOn 発行日 of the letter, Asia/Tokyo
     * @param unprintable characters that the typeface lacks, each printed as 〓; somebody must write them by hand
     */
    record Sheets(LetterNumber number, ApplicationNumber application, LocalDate issuedOn, Set<String> unprintable) {

        public Sheets {
            unprintable = Set.copyOf(unprintable);
        }
    }

    /** Waits for the dispatch staff; its sealed pages can be opened. */
    record Printed(Sheets sheets) implements Letter {

        @Override
        public Optional<Posting> handover() {
            return Optional.empty();
        }

        public Posted post(TrackingNumber trackingNumber, LocalDate postedOn, AccountId postedBy) {
            return new Posted(sheets, new Posting(trackingNumber, postedOn, postedBy));
        }
    }

    /** @param trackingNumber identifies the item together with {@code postedOn} */
    record Posting(TrackingNumber trackingNumber, LocalDate postedOn, AccountId postedBy) {}

    /** Handed to the post office; its pages and its secrets exist on paper only. */
    record Posted(Sheets sheets, Posting posting) implements Letter {

        @Override
        public Optional<Posting> handover() {
            return Optional.of(posting);
        }

        public Delivered deliver(LocalDate deliveredOn, String reportedBy) {
            return new Delivered(sheets, posting, deliveredOn, reportedBy);
        }
    }

    /** @param reportedBy account id, or the name of the part of the server that learned it */
    record Delivered(Sheets sheets, Posting posting, LocalDate deliveredOn, String reportedBy) implements Letter {

        @Override
        public Optional<Posting> handover() {
            return Optional.of(posting);
        }
    }
}
