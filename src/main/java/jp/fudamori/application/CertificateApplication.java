package jp.fudamori.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.fudamori.account.AccountId;

/** An application that was submitted, in one of its states; each state offers only the steps allowed from it. */
public sealed interface CertificateApplication {

    Submission submission();

    default ApplicationNumber number() {
        return submission().number();
    }

    default Particulars particulars() {
        return submission().particulars();
    }

    /** What came in, and what the applicant was promised then. */
    record Submission(
            ApplicationNumber number,
            ApplicationKind kind,
            Particulars particulars,
            Instant submittedAt,
            Promise promise) {

        /** Last day for the decision, inclusive, Asia/Tokyo. */
        public LocalDate reviewDue() {
            return promise.reviewDue();
        }

        /** Day on which the letter is expected to arrive. */
        public LocalDate expectedArrival() {
            return promise.expectedArrival();
        }

        /** Returns the lines asked for, in order. */
        public List<LineNumber> lines() {
            return IntStream.rangeClosed(1, particulars.terminalNames().size())
                    .mapToObj(position -> new LineNumber(number, position))
                    .toList();
        }
    }

    /** A state in which nothing is decided yet: the clinic may still withdraw, and pays nothing. */
    sealed interface Undecided extends CertificateApplication {

        default Cancelled cancel(AccountId by, Instant at) {
            return new Cancelled(submission(), by, at);
        }
    }

    /**
     * Waits for the office.
     *
     * @param extendedDue last day for the decision that was promised when the first one was missed
     * @param triage how it is to be reviewed; empty until that is decided
     */
    record Submitted(Submission submission, Optional<LocalDate> extendedDue, Optional<Triage> triage)
            implements Undecided {

        /** Returns the day on which the office must decide at the latest, inclusive. */
        public LocalDate due() {
            return extendedDue.orElse(submission.reviewDue());
        }

        /**
         * Approves for good, or for the first of two times where the triage asks for a second approval.
         *
         * @param refused the lines that are turned down nevertheless, each with its reason; not all
         * @param seen SHA-256 of what the officer saw
         */
        public CertificateApplication approve(
                Map<LineNumber, String> refused, AccountId officer, Instant at, String seen) {
            var route = triage.orElseThrow(() -> new IllegalStateException("not triaged: " + number()))
                    .route();
            return route == ReviewRoute.SECOND_APPROVAL
                    ? new ApprovedOnce(this, refused, officer, at, seen)
                    : new Approved(submission, refused, officer, at);
        }

        public Rejected reject(String reason, AccountId officer, Instant at) {
            return new Rejected(submission, reason, officer, at);
        }

        public Returned giveBack(Correction correction) {
            return new Returned(submission, correction);
        }
    }

    /** Waits for the clinic, which must correct something; meanwhile the office's time stands still. */
    record Returned(Submission submission, Correction correction) implements Undecided {

        /** @param promise from the day of the correction, with the days that were left when it was given back */
        public Submitted resubmit(Particulars particulars, Promise promise) {
            return new Submitted(
                    new Submission(number(), submission.kind(), particulars, submission.submittedAt(), promise),
                    Optional.empty(),
                    Optional.empty());
        }

        public Abandoned abandon(Instant at) {
            return new Abandoned(submission, at);
        }
    }

    /**
     * Approved by one officer, waits for another.
     *
     * @param refused the lines that the first officer turned down, each with its reason
     * @param seen SHA-256 of what the first officer saw; anything else voids that approval
     */
    record ApprovedOnce(Submitted submitted, Map<LineNumber, String> refused, AccountId by, Instant at, String seen)
            implements Undecided {

        public ApprovedOnce {
            refused = checkedRefusals(submitted.submission(), refused);
        }

        @Override
        public Submission submission() {
            return submitted.submission();
        }

        /** @throws IllegalArgumentException if the officer is the first one */
        public Approved approve(AccountId officer, Instant at) {
            if (officer.equals(by)) {
                throw new IllegalArgumentException("approved once by the same officer: " + number());
            }
            return new Approved(submission(), refused, officer, at);
        }

        /** The first approval no longer counts. */
        public Submitted reopen() {
            return submitted;
        }
    }

    /**
     * @param refused the lines that get no certificate, each with the reason; all of them only where those that were
     *     approved have been withheld since
     */
    record Approved(Submission submission, Map<LineNumber, String> refused, AccountId decidedBy, Instant decidedAt)
            implements CertificateApplication {

        public Approved {
            refused = knownRefusals(submission, refused);
        }

        /** Returns the lines that get a certificate, in order. */
        public List<LineNumber> lines() {
            return submission.lines().stream()
                    .filter(line -> !refused.containsKey(line))
                    .toList();
        }
    }

    record Rejected(Submission submission, String reason, AccountId decidedBy, Instant decidedAt)
            implements CertificateApplication {}

    /** Withdrawn by the clinic, or by the office for it. */
    record Cancelled(Submission submission, AccountId by, Instant at) implements CertificateApplication {}

    /** The clinic did not correct it in time. */
    record Abandoned(Submission submission, Instant at) implements CertificateApplication {}

    private static Map<LineNumber, String> checkedRefusals(Submission submission, Map<LineNumber, String> refused) {
        if (refused.size() >= submission.lines().size()) {
            throw new IllegalArgumentException("refused all of " + submission.lines());
        }
        return knownRefusals(submission, refused);
    }

    private static Map<LineNumber, String> knownRefusals(Submission submission, Map<LineNumber, String> refused) {
        if (!submission.lines().containsAll(refused.keySet())) {
            throw new IllegalArgumentException("refused " + refused.keySet() + " of " + submission.lines());
        }
        return Map.copyOf(refused);
    }
}
