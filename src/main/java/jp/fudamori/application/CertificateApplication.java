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
            LocalDate expectedArrival) {

        /** Returns the lines asked for, in order. */
        public List<LineNumber> lines() {
            return IntStream.rangeClosed(1, particulars.terminalNames().size())
                    .mapToObj(position -> new LineNumber(number, position))
                    .toList();
        }
    }

    /** @param extendedDue last day for the decision that was promised when the first one was missed */
    record Submitted(Submission submission, Optional<LocalDate> extendedDue) implements CertificateApplication {

        /** @param refused the lines that are turned down nevertheless, each with its reason; not all */
        public Approved approve(Map<LineNumber, String> refused, AccountId officer, Instant at) {
            return new Approved(submission, refused, officer, at);
        }

        public Rejected reject(String reason, AccountId officer, Instant at) {
            return new Rejected(submission, reason, officer, at);
        }
    }

    /** @param refused the lines that get no certificate, each with the reason; at least one line gets one */
    record Approved(Submission submission, Map<LineNumber, String> refused, AccountId decidedBy, Instant decidedAt)
            implements CertificateApplication {

        public Approved {
            refused = Map.copyOf(refused);
            if (refused.size() >= submission.lines().size()
                    || !submission.lines().containsAll(refused.keySet())) {
                throw new IllegalArgumentException("refused " + refused.keySet() + " of " + submission.lines());
            }
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
}
