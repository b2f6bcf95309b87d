package jp.fudamori.web.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationHistory;
import jp.fudamori.application.ApplicationHistory.Overdue;
import jp.fudamori.application.ApplicationHistory.Return;
import jp.fudamori.application.ApplicationKind;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.CertificateApplication.Submission;
import jp.fudamori.application.CertificateApplication.Submitted;
import jp.fudamori.application.Particulars;
import jp.fudamori.application.Promise;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.institution.InstitutionCode;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Submission SUBMISSION = new Submission(
            new ApplicationNumber("20261120-00001"),
            ApplicationKind.NEW,
            new Particulars(new InstitutionCode("1330100016"), new AccountId("clinic"), "鈴木花子", List.of("受付パソコン")),
            Instant.parse("2026-11-20T14:30:00Z"),
            Promise.from(LocalDate.of(2026, 11, 20), 5, 5, BusinessCalendar.byLaw()));

    @Test
    void tellsTheTurnsInOrderAndInJapaneseTime() {
        var history = new ApplicationHistory(
                List.of(new Return(
                        Instant.parse("2026-11-24T01:00:00Z"),
                        LocalDate.of(2026, 12, 24),
                        Optional.of(Instant.parse("2026-11-25T01:05:00Z")))),
                Optional.of(new Overdue(Instant.parse("2026-12-01T00:00:00Z"), LocalDate.of(2026, 12, 8))));

        var entries = Timeline.of(told(history, Optional.of(LocalDate.of(2026, 12, 8))), LocalDate.of(2026, 12, 1));

        assertThat(entries)
                .extracting(Timeline.Entry::when, Timeline.Entry::text, Timeline.Entry::past)
                .containsExactly(
                        tuple("2026年11月20日（金）23時30分", "申請を受け付けました", true),
                        tuple("2026年11月24日（火）10時00分", "申請の内容に不備があり、補正をお願いしました", true),
                        tuple("2026年11月25日（水）10時05分", "補正を受け付けました", true),
                        tuple("2026年12月1日（火）9時00分", "審査が期限に間に合わず、期限を延ばしました", true),
                        tuple("2026年12月8日（火）", "審査の期限です", false),
                        tuple("2026年11月30日（月）", "発行通知書が届く予定です", false));
        assertThat(entries.get(5).more()).startsWith("予定の日を過ぎています。");
    }

    @Test
    void callsADayLateOnlyOnceItHasGoneBy() {
        var history = new ApplicationHistory(List.of(), Optional.empty());

        var entries = Timeline.of(told(history, Optional.empty()), LocalDate.of(2026, 11, 30));

        assertThat(entries).extracting(Timeline.Entry::more).noneMatch(more -> more.contains("過ぎています。"));
    }

    private static ApplicationCase told(ApplicationHistory history, Optional<LocalDate> extendedDue) {
        var application = new Submitted(SUBMISSION, extendedDue, Optional.empty());
        return new ApplicationCase(application, history, List.of(), List.of(), Optional.empty(), false, List.of());
    }
}
