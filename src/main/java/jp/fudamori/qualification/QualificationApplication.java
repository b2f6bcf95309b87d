package jp.fudamori.qualification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.Qualification.PaymentMethod;

/** A 利用申請 in one of its states; each state offers only the steps allowed from it. */
public sealed interface QualificationApplication {

    Opening opening();

    /** What was submitted last; empty where it never was. */
    Optional<Submission> lastSubmission();

    default QualificationId id() {
        return opening().id();
    }

    /** Who wants what, fixed when the clinic began. */
    record Opening(QualificationId id, InstitutionCode institution, AccountId applicant) {}

    /** What the clinic enters. */
    record Entry(ContactName contact, PaymentMethod paymentMethod) {}

    /**
     * What came in, and the day that the office promised for it.
     *
     * @param number stays the same when a corrected application comes in again
     * @param entry of an application that was returned: as corrected so far
     * @param round 1 for the first time
     * @param reviewDue last day for the decision, inclusive, Asia/Tokyo
     */
    record Submission(QualificationNumber number, int round, Entry entry, Instant submittedAt, LocalDate reviewDue) {}

    /**
     * The office did not decide in the time it promised.
     *
     * @param newDue last day for the decision that was promised instead, inclusive, Asia/Tokyo
     */
    record Late(Instant at, LocalDate newDue) {}

    /** The clinic may write: before it submits, or again because the office sent it back. */
    sealed interface Writable extends QualificationApplication {

        /** What was entered last. */
        Optional<Entry> entry();

        /** Last day for the clinic to go on, inclusive, Asia/Tokyo; afterwards the application is abandoned. */
        LocalDate answerUntil();

        default Submitted submit(Submission submission) {
            return new Submitted(opening(), submission, Optional.empty());
        }

        default Withdrawn withdraw(Instant at) {
            return new Withdrawn(opening(), lastSubmission(), at);
        }

        default Abandoned abandon(Instant at) {
            return new Abandoned(opening(), lastSubmission(), at);
        }
    }

    record Draft(Opening opening, Optional<Entry> entry, LocalDate answerUntil) implements Writable {

        @Override
        public Optional<Submission> lastSubmission() {
            return Optional.empty();
        }
    }

    /** @param reason what the clinic is asked to correct */
    record Returned(Opening opening, Submission submission, String reason, AccountId returnedBy, LocalDate answerUntil)
            implements Writable {

        @Override
        public Optional<Submission> lastSubmission() {
            return Optional.of(submission);
        }

        @Override
        public Optional<Entry> entry() {
            return Optional.of(submission.entry());
        }
    }

    /** It came in at least once and is out of the clinic's hands. */
    sealed interface Received extends QualificationApplication {

        Submission submission();

        @Override
        default Optional<Submission> lastSubmission() {
            return Optional.of(submission());
        }
    }

    /** @param late empty while the first promise counts */
    record Submitted(Opening opening, Submission submission, Optional<Late> late) implements Received {

        /** Last day for the decision, inclusive: the one promised last. */
        public LocalDate due() {
            return late.map(Late::newDue).orElse(submission.reviewDue());
        }

        public Accepted accept(AccountId officer, Instant at) {
            return new Accepted(opening, submission, officer, at);
        }

        public Rejected reject(String reason, AccountId officer, Instant at) {
            return new Rejected(opening, submission, reason, officer, at);
        }

        public Returned sendBack(String reason, AccountId officer, LocalDate answerUntil) {
            return new Returned(opening, submission, reason, officer, answerUntil);
        }

        public Withdrawn withdraw(Instant at) {
            return new Withdrawn(opening, Optional.of(submission), at);
        }
    }

    record Accepted(Opening opening, Submission submission, AccountId decidedBy, Instant decidedAt)
            implements Received {}

    record Rejected(Opening opening, Submission submission, String reason, AccountId decidedBy, Instant decidedAt)
            implements Received {}

    /** The clinic took it back. */
    record Withdrawn(Opening opening, Optional<Submission> lastSubmission, Instant at)
            implements QualificationApplication {}

    /** The clinic did not go on in time. */
    record Abandoned(Opening opening, Optional<Submission> lastSubmission, Instant at)
            implements QualificationApplication {}
}
