package jp.fudamori.web.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationKind;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.CertificateApplication;
import jp.fudamori.application.CertificateApplication.Abandoned;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.ApprovedOnce;
import jp.fudamori.application.CertificateApplication.Cancelled;
import jp.fudamori.application.CertificateApplication.Rejected;
import jp.fudamori.application.CertificateApplication.Returned;
import jp.fudamori.application.CertificateApplication.Submission;
import jp.fudamori.application.CertificateApplication.Submitted;
import jp.fudamori.application.Correction;
import jp.fudamori.application.LineNumber;
import jp.fudamori.application.Particulars;
import jp.fudamori.application.Promise;
import jp.fudamori.application.Remark;
import jp.fudamori.ca.Serial;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.notice.Letter;
import jp.fudamori.notice.Letter.Assembled;
import jp.fudamori.notice.Letter.Envelope;
import jp.fudamori.notice.Letter.Posting;
import jp.fudamori.notice.Letter.Printed;
import jp.fudamori.notice.Letter.Sheets;
import jp.fudamori.notice.Letter.Voided;
import jp.fudamori.notice.LetterNumber;
import jp.fudamori.notice.PostedLetter;
import jp.fudamori.notice.PostedLetter.Trip;
import jp.fudamori.notice.ReturnReason;
import jp.fudamori.notice.TrackingNumber;
import jp.fudamori.paper.Addressee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NextStepTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");
    private static final AccountId SOMEBODY = new AccountId("somebody");
    private static final ApplicationNumber NUMBER = new ApplicationNumber("20261120-00001");
    private static final Submission SUBMISSION = new Submission(
            NUMBER,
            ApplicationKind.NEW,
            new Particulars(new InstitutionCode("1330100016"), SOMEBODY, "鈴木花子", List.of("院長室の端末")),
            NOW,
            Promise.from(LocalDate.of(2026, 11, 20), 5, 5, BusinessCalendar.byLaw()));
    private static final Submitted SUBMITTED = new Submitted(SUBMISSION, Optional.empty(), Optional.empty());
    private static final Approved APPROVED = new Approved(SUBMISSION, Map.of(), SOMEBODY, NOW);
    private static final Trip TRIP = trip();

    static Stream<Arguments> states() {
        var delivered = new PostedLetter.Delivered(TRIP, DAY);
        return Stream.of(
                row(SUBMITTED, "審査中", "OFFICE", "2026-11-30", "reviewApplication"),
                row(
                        new Submitted(SUBMISSION, Optional.of(DAY), Optional.empty()),
                        "審査中",
                        "OFFICE",
                        "2026-11-24",
                        "reviewApplication"),
                row(
                        new ApprovedOnce(SUBMITTED, Map.of(), SOMEBODY, NOW, "x"),
                        "審査中（二次承認待ち）",
                        "OFFICE",
                        "2026-11-30",
                        "approveSecond"),
                row(new Returned(SUBMISSION, correction()), "補正のお願い中", "CLINIC", "2026-11-24", "correctApplication"),
                row(new Rejected(SUBMISSION, "理由", SOMEBODY, NOW), "却下", "", "", "applicationRejected"),
                row(new Cancelled(SUBMISSION, SOMEBODY, NOW), "取消し", "", "", "applicationCancelled"),
                row(new Abandoned(SUBMISSION, NOW), "補正がなく終了", "", "", "correctionAbandoned"),
                row(APPROVED, "承認済み・発行準備中", "OFFICE", "2026-11-30", "issueCertificates"),
                row(
                        new Approved(SUBMISSION, Map.of(new LineNumber(NUMBER, 1), "廃止"), SOMEBODY, NOW),
                        "発行なし",
                        "",
                        "",
                        "nothingToDeliver"),
                row(new Assembled(TRIP.envelope()), 0, "発行済み・通知書準備中", "OFFICE", "2026-11-30", "postLetter"),
                row(
                        new Printed(TRIP.envelope(), TRIP.sheets()),
                        0,
                        "発行済み・通知書準備中",
                        "OFFICE",
                        "2026-11-30",
                        "postLetter"),
                row(new PostedLetter.HandedOver(TRIP), 0, "通知書発送済み", "POST", "2026-11-30", "recordDelivery"),
                row(new PostedLetter.AtOffice(TRIP, DAY), 0, "通知書発送済み", "POST", "2026-11-30", "recordDelivery"),
                row(new PostedLetter.Out(TRIP, DAY), 0, "通知書発送済み", "POST", "2026-11-30", "recordDelivery"),
                row(new PostedLetter.Absent(TRIP, DAY), 0, "不在のため郵便局で保管中", "CLINIC", "2026-12-01", "recordDelivery"),
                row(
                        new PostedLetter.Returned(TRIP, DAY, ReturnReason.MOVED),
                        0,
                        "通知書返送・対応中",
                        "OFFICE",
                        "",
                        "resolveReturnedLetter"),
                row(new PostedLetter.Lost(TRIP, DAY), 0, "通知書返送・対応中", "OFFICE", "", "resolveReturnedLetter"),
                row(new PostedLetter.ToPostAgain(TRIP, DAY), 0, "通知書を再発送します", "OFFICE", "", "repostLetter"),
                row(
                        new Voided(TRIP.envelope(), Optional.of(TRIP.sheets()), Optional.of(TRIP.posting()), DAY),
                        0,
                        "通知書無効",
                        "",
                        "",
                        "letterVoided"),
                row(delivered, 0, "通知書到着・ダウンロード待ち", "CLINIC", "2027-05-23", "letterDelivered"),
                row(delivered, 1, "お手続き完了", "", "", "letterDelivered"));
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("states")
    void saysWhoActsNextAndUntilWhen(
            CertificateApplication application,
            List<Issued> issued,
            Optional<Letter> letter,
            String state,
            String actor,
            String until,
            String element) {
        var next = NextStep.of(application, issued, letter);

        assertThat(next.state()).isEqualTo(state);
        assertThat(next.actor().map(Enum::name).orElse("")).isEqualTo(actor);
        assertThat(next.until().map(LocalDate::toString).orElse("")).isEqualTo(until);
        assertThat(next.place().element()).isEqualTo(element);
        assertThat(next.toString()).doesNotContain("院長室", "鈴木", "1330100016", "somebody");
    }

    @Test
    void aWithdrawnRenewalIsOverAndCostsNothing() {
        var next = NextStep.withdrawn();

        assertThat(next.ended()).isTrue();
        assertThat(next.state()).isEqualTo("更新・取消し");
        assertThat(next.toString()).contains("発行料はかかりません");
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("states")
    void standsSomewhereInThePicture(
            CertificateApplication application, List<Issued> issued, Optional<Letter> letter, String state) {
        var next = NextStep.of(application, issued, letter);

        var part = new Pictures().around(next);

        assertThat(part)
                .containsOnlyOnce("class=\"here\"")
                .contains("いまは「" + state + "」")
                .containsPattern("viewBox=\"-?\\d+ -?\\d+ 900 420\"");
    }

    private static Arguments row(
            CertificateApplication application, String state, String actor, String until, String element) {
        return Arguments.of(application, List.of(), Optional.empty(), state, actor, until, element);
    }

    private static Arguments row(
            Letter letter, int downloads, String state, String actor, String until, String element) {
        return Arguments.of(
                APPROVED, List.of(certificate(downloads)), Optional.of(letter), state, actor, until, element);
    }

    private static Issued certificate(int downloads) {
        return new Issued(
                new LineNumber(NUMBER, 1),
                new Serial("7f3a09c2e45b81d6aa10f2937c5e6b47"),
                DAY,
                LocalDate.of(2030, 2, 24),
                LocalDate.of(2027, 5, 23),
                "RK7M-4TQX-9HWP",
                downloads);
    }

    private static Correction correction() {
        return new Correction(1, List.of(new Remark(Remark.Field.OTHER, "理由")), SOMEBODY, NOW, DAY, 3, 3);
    }

    private static Trip trip() {
        var addressee = new Addressee("100-0005", "東京都千代田区", "医院", "鈴木 様");
        return new Trip(
                new Envelope(new LetterNumber("2026-000042"), NUMBER, List.of(new LineNumber(NUMBER, 1))),
                new Sheets(DAY, addressee, Set.of()),
                new Posting(1, new TrackingNumber("310-00-00001-0"), DAY, SOMEBODY, addressee));
    }
}
