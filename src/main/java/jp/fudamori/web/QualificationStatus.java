package jp.fudamori.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.institution.Qualification.PaymentMethod;
import jp.fudamori.qualification.QualificationApplication;
import jp.fudamori.qualification.QualificationApplication.Abandoned;
import jp.fudamori.qualification.QualificationApplication.Accepted;
import jp.fudamori.qualification.QualificationApplication.Late;
import jp.fudamori.qualification.QualificationApplication.Rejected;
import jp.fudamori.qualification.QualificationApplication.Returned;
import jp.fudamori.qualification.QualificationApplication.Submission;
import jp.fudamori.qualification.QualificationApplication.Submitted;
import jp.fudamori.qualification.QualificationApplication.Withdrawn;

/**
 * Where a 利用申請 stands. Days are of Asia/Tokyo; what has not happened yet is left out.
 *
 * @param state for programs
 * @param stateName for people
 * @param submittedAt when it came in last
 * @param reviewDue last day for the decision, as promised at submission; only while it is under review
 * @param extendedDue the day that was promised when the office missed the first one
 * @param reason what to correct, or why it was rejected
 * @param answerUntil last day for the clinic to correct it, inclusive
 * @param decidedAt when it was accepted or rejected
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record QualificationStatus(
        String number,
        State state,
        String stateName,
        String institutionCode,
        PaymentMethod paymentMethod,
        String paymentMethodName,
        OffsetDateTime submittedAt,
        Optional<LocalDate> reviewDue,
        Optional<LocalDate> extendedDue,
        Optional<String> reason,
        Optional<LocalDate> answerUntil,
        Optional<OffsetDateTime> decidedAt) {

    enum State {
        SUBMITTED("審査中"),
        RETURNED("訂正待ち"),
        ACCEPTED("受理"),
        REJECTED("却下"),
        WITHDRAWN("取下げ"),
        ABANDONED("期限切れ");

        private final String japanese;

        State(String japanese) {
            this.japanese = japanese;
        }
    }

    /** @throws java.util.NoSuchElementException if it was never submitted */
    static QualificationStatus of(QualificationApplication application) {
        var submission = application.lastSubmission().orElseThrow();
        var state = stateOf(application);
        var method = submission.entry().paymentMethod();
        return new QualificationStatus(
                submission.number().value(),
                state,
                state.japanese,
                application.opening().institution().value(),
                method,
                method.japanese(),
                japaneseTime(submission.submittedAt()),
                as(Submitted.class, application).map(Submitted::submission).map(Submission::reviewDue),
                as(Submitted.class, application).flatMap(Submitted::late).map(Late::newDue),
                as(Returned.class, application)
                        .map(Returned::reason)
                        .or(() -> as(Rejected.class, application).map(Rejected::reason)),
                as(Returned.class, application).map(Returned::answerUntil),
                as(Accepted.class, application)
                        .map(Accepted::decidedAt)
                        .or(() -> as(Rejected.class, application).map(Rejected::decidedAt))
                        .map(QualificationStatus::japaneseTime));
    }

    private static State stateOf(QualificationApplication application) {
        if (application instanceof Returned) {
            return State.RETURNED;
        }
        if (application instanceof Accepted) {
            return State.ACCEPTED;
        }
        if (application instanceof Rejected) {
            return State.REJECTED;
        }
        if (application instanceof Withdrawn) {
            return State.WITHDRAWN;
        }
        return application instanceof Abandoned ? State.ABANDONED : State.SUBMITTED;
    }

    private static <T extends QualificationApplication> Optional<T> as(
            Class<T> state, QualificationApplication application) {
        return Optional.of(application).filter(state::isInstance).map(state::cast);
    }

    private static OffsetDateTime japaneseTime(Instant moment) {
        return moment.atZone(JapaneseDates.TOKYO).toOffsetDateTime();
    }
}
