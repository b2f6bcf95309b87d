package jp.fudamori.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.fudamori.application.CertificateApplication;
import jp.fudamori.application.CertificateApplication.Abandoned;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.ApprovedOnce;
import jp.fudamori.application.CertificateApplication.Cancelled;
import jp.fudamori.application.CertificateApplication.Rejected;
import jp.fudamori.application.CertificateApplication.Returned;
import jp.fudamori.application.CertificateApplication.Submitted;
import jp.fudamori.application.Correction;
import jp.fudamori.application.LineNumber;
import jp.fudamori.application.Remark;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.fee.Fee;
import jp.fudamori.notice.Letter;
import jp.fudamori.notice.Letter.Voided;
import jp.fudamori.notice.PostedLetter;
import jp.fudamori.notice.PostedLetter.Absent;
import jp.fudamori.notice.PostedLetter.Delivered;

/**
 * Where an application stands. Days are of Asia/Tokyo; what has not happened yet is left out. Holds no secret.
 *
 * @param state for programs
 * @param stateName for people
 * @param reviewDue last day for the decision, as promised at submission
 * @param extendedDue the day that was promised when the office missed the first one
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ApplicationStatus(
        String number,
        State state,
        String stateName,
        String institutionCode,
        OffsetDateTime submittedAt,
        LocalDate reviewDue,
        Optional<LocalDate> extendedDue,
        LocalDate expectedArrival,
        Optional<CorrectionStatus> correction,
        Optional<OffsetDateTime> decidedAt,
        Optional<String> rejectionReason,
        List<LineStatus> lines,
        Optional<LetterStatus> letter) {

    enum State {
        SUBMITTED("審査中"),
        GIVEN_BACK("補正のお願い中"),
        APPROVED_ONCE("審査中（二次承認待ち）"),
        CANCELLED("取消し"),
        ABANDONED("補正がなく終了"),
        REJECTED("却下"),
        APPROVED("承認済み・発行準備中"),
        ISSUED("発行済み・通知書準備中"),
        POSTED("通知書発送済み"),
        DELIVERED("通知書到着"),
        LETTER_RETURNED("通知書返送・対応中"),
        LETTER_VOID("通知書無効");

        private final String japanese;

        State(String japanese) {
            this.japanese = japanese;
        }
    }

    /**
     * What became of one terminal's certificate.
     *
     * @param line position within the application, 1 to 50
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record LineStatus(
            int line,
            String terminalName,
            Optional<String> refusal,
            Optional<FeeStatus> fee,
            Optional<CertificateStatus> certificate) {}

    /** @param until last day for the clinic's answer, inclusive */
    record CorrectionStatus(LocalDate until, List<String> remarks) {

        private static CorrectionStatus of(Correction correction) {
            return new CorrectionStatus(
                    correction.until(),
                    correction.remarks().stream().map(Remark::line).toList());
        }
    }

    record FeeStatus(int amountYen, LocalDate postedOn) {}

    /** @param downloadUntil last day on which it can be downloaded, inclusive */
    record CertificateStatus(String serial, LocalDate notBefore, LocalDate notAfter, LocalDate downloadUntil) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record LetterStatus(
            String number,
            Optional<String> trackingNumber,
            Optional<LocalDate> postedOn,
            String stateName,
            Optional<LocalDate> keptUntil,
            Optional<LocalDate> deliveredOn) {}

    private static final Map<Class<?>, State> UNAPPROVED = Map.of(
            Submitted.class, State.SUBMITTED,
            Returned.class, State.GIVEN_BACK,
            ApprovedOnce.class, State.APPROVED_ONCE,
            Rejected.class, State.REJECTED,
            Cancelled.class, State.CANCELLED,
            Abandoned.class, State.ABANDONED);

    static ApplicationStatus of(
            CertificateApplication application, List<Issued> certificates, Optional<Letter> letter, List<Fee> fees) {
        var submission = application.submission();
        var state = stateOf(application, !certificates.isEmpty(), letter);
        return new ApplicationStatus(
                submission.number().value(),
                state,
                state.japanese,
                submission.particulars().institution().value(),
                japaneseTime(submission.submittedAt()),
                submission.reviewDue(),
                extendedDue(application),
                submission.expectedArrival(),
                Optional.of(application)
                        .filter(Returned.class::isInstance)
                        .map(returned -> CorrectionStatus.of(((Returned) returned).correction())),
                decidedAt(application).map(ApplicationStatus::japaneseTime),
                Optional.of(application)
                        .filter(Rejected.class::isInstance)
                        .map(rejected -> ((Rejected) rejected).reason()),
                submission.lines().stream()
                        .map(line -> statusOf(line, application, certificates, fees))
                        .toList(),
                letter.map(ApplicationStatus::statusOf));
    }

    private static State stateOf(CertificateApplication application, boolean issued, Optional<Letter> letter) {
        if (!(application instanceof Approved)) {
            return Objects.requireNonNull(UNAPPROVED.get(application.getClass()));
        }
        return letter.flatMap(ApplicationStatus::stateOf).orElse(issued ? State.ISSUED : State.APPROVED);
    }

    private static Optional<State> stateOf(Letter letter) {
        if (letter instanceof Voided) {
            return Optional.of(State.LETTER_VOID);
        }
        if (letter instanceof PostedLetter.Failed) {
            return Optional.of(State.LETTER_RETURNED);
        }
        if (letter instanceof Delivered) {
            return Optional.of(State.DELIVERED);
        }
        return letter.handover().map(posting -> State.POSTED);
    }

    private static Optional<LocalDate> extendedDue(CertificateApplication application) {
        return application instanceof Submitted submitted ? submitted.extendedDue() : Optional.empty();
    }

    private static Optional<Instant> decidedAt(CertificateApplication application) {
        if (application instanceof Approved approved) {
            return Optional.of(approved.decidedAt());
        }
        if (application instanceof Cancelled cancelled) {
            return Optional.of(cancelled.at());
        }
        if (application instanceof Abandoned abandoned) {
            return Optional.of(abandoned.at());
        }
        return application instanceof Rejected rejected ? Optional.of(rejected.decidedAt()) : Optional.empty();
    }

    private static LineStatus statusOf(
            LineNumber line, CertificateApplication application, List<Issued> certificates, List<Fee> fees) {
        return new LineStatus(
                line.position(),
                application.particulars().terminalName(line),
                application instanceof Approved approved
                        ? Optional.ofNullable(approved.refused().get(line))
                        : Optional.empty(),
                fees.stream()
                        .filter(fee -> fee.reference().equals(line.toString()))
                        .map(posted -> new FeeStatus(posted.amountYen(), posted.postedOn()))
                        .findFirst(),
                certificates.stream()
                        .filter(certificate -> certificate.line().equals(line))
                        .map(ApplicationStatus::statusOf)
                        .findFirst());
    }

    private static CertificateStatus statusOf(Issued certificate) {
        return new CertificateStatus(
                certificate.serialNumber(),
                certificate.notBefore(),
                certificate.notAfter(),
                certificate.downloadUntil());
    }

    private static LetterStatus statusOf(Letter letter) {
        return new LetterStatus(
                letter.number().toString(),
                letter.handover().map(posting -> posting.trackingNumber().toString()),
                letter.handover().map(Letter.Posting::postedOn),
                letter.state(),
                Optional.of(letter).filter(Absent.class::isInstance).map(absent -> ((Absent) absent).keptUntil()),
                Optional.of(letter)
                        .filter(Delivered.class::isInstance)
                        .map(delivered -> ((Delivered) delivered).deliveredOn()));
    }

    private static OffsetDateTime japaneseTime(Instant moment) {
        return moment.atZone(JapaneseDates.TOKYO).toOffsetDateTime();
    }
}
