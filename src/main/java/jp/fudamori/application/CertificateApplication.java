package jp.fudamori.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
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

    /**
     * What was fixed when the application came in, and was promised to the applicant.
     *
     * @param reviewDue last day for the decision, inclusive, Asia/Tokyo
     * @param expectedArrival day on which the letter is expected to arrive
     */
    record Submission(
            ApplicationNumber number,
            Particulars particulars,
            Instant submittedAt,
            LocalDate reviewDue,
            LocalDate expectedArrival) {}

    /** @param extendedDue last day for the decision that was promised when the first one was missed */
    record Submitted(Submission submission, Optional<LocalDate> extendedDue) implements CertificateApplication {

        public Approved approve(AccountId officer, Instant at) {
            return new Approved(submission, officer, at);
        }

        public Rejected reject(String reason, AccountId officer, Instant at) {
            return new Rejected(submission, reason, officer, at);
        }
    }

    record Approved(Submission submission, AccountId decidedBy, Instant decidedAt) implements CertificateApplication {}

    record Rejected(Submission submission, String reason, AccountId decidedBy, Instant decidedAt)
            implements CertificateApplication {}
}
