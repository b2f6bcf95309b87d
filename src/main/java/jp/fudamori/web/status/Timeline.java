package jp.fudamori.web.status;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import jp.fudamori.application.CertificateApplication.Abandoned;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.ApprovedOnce;
import jp.fudamori.application.CertificateApplication.Cancelled;
import jp.fudamori.application.CertificateApplication.Rejected;
import jp.fudamori.application.CertificateApplication.Returned;
import jp.fudamori.application.CertificateApplication.Undecided;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.notice.Passage;
import jp.fudamori.notice.PostedLetter;
import jp.fudamori.notice.PostedLetter.Delivered;

/** The dates of an application in plain words: what happened, in order, and what is still to come. */
final class Timeline {

    /**
     * A day on which something happened or will happen.
     *
     * @param when {@code 2026年11月20日（金）}, with the time where it is known
     * @param more a second sentence; may be empty
     * @param past whether it has happened
     */
    record Entry(LocalDate day, String when, String text, String more, boolean past) {}

    private final List<Entry> entries = new ArrayList<>();
    private final ApplicationCase told;

    private final LocalDate today;

    private Timeline(ApplicationCase told, LocalDate today) {
        this.told = told;
        this.today = today;
    }

    /**
     * Returns the entries, oldest first; those of one day in the order in which such things happen, and what was
     * promised after what happened, also where the day has gone by.
     */
    static List<Entry> of(ApplicationCase told, LocalDate today) {
        var timeline = new Timeline(told, today);
        timeline.application();
        timeline.certificates();
        told.passages().forEach(timeline::passage);
        timeline.entries.sort(Comparator.comparing(Entry::day));
        timeline.promises();
        return List.copyOf(timeline.entries);
    }

    private void application() {
        var application = told.application();
        var submission = application.submission();
        happened(submission.submittedAt(), "申請を受け付けました", "受付番号 " + submission.number());
        for (var returned : told.history().returns()) {
            happened(returned.at(), "申請の内容に不備があり、補正をお願いしました", "補正の期限は" + JapaneseDates.day(returned.until()) + "です。");
            returned.correctedAt().ifPresent(at -> happened(at, "補正を受け付けました", ""));
        }
        told.history()
                .overdue()
                .ifPresent(overdue -> happened(
                        overdue.at(), "審査が期限に間に合わず、期限を延ばしました", "新しい期限は" + JapaneseDates.day(overdue.newDue()) + "です。"));
        if (application instanceof ApprovedOnce once) {
            happened(once.at(), "一人目の担当者が承認しました", "");
        } else if (application instanceof Approved approved) {
            var lines = approved.lines().size();
            happened(
                    approved.decidedAt(),
                    approved.refused().isEmpty() ? "申請を承認しました" : "申請の一部を承認しました",
                    lines == 0 ? "医療機関コードが廃止されたため、発行を取りやめました。" : "電子証明書" + lines + "枚を発行します。");
        } else if (application instanceof Rejected rejected) {
            happened(rejected.decidedAt(), "審査の結果、発行できませんでした", rejected.reason());
        } else if (application instanceof Cancelled cancelled) {
            happened(cancelled.at(), "申請を取り消しました", "発行料はかかりません。");
        } else if (application instanceof Abandoned abandoned) {
            happened(abandoned.at(), "補正がなかったため、申請を終了しました", "発行料はかかりません。");
        }
    }

    private void certificates() {
        told.issued().stream()
                .collect(groupingBy(Issued::notBefore, TreeMap::new, counting()))
                .forEach((day, count) -> happened(day, "電子証明書を" + count + "枚発行しました", "この日が発行日で、発行料が発生した日です。"));
        told.revoked()
                .forEach(revoked -> happened(
                        revoked.at(),
                        "電子証明書を失効させました（" + told.application().particulars().terminalName(revoked.line()) + "）",
                        "理由: " + revoked.reason().label()));
    }

    private void passage(Passage passage) {
        var tracked = "お問い合わせ番号 " + passage.trackingNumber().value();
        switch (passage.what()) {
            case POSTED -> happened(passage.day(), "発行通知書を書留で差し出しました", tracked);
            case AT_OFFICE -> happened(passage.day(), "通知書が配達の郵便局に着きました", "");
            case OUT -> happened(passage.day(), "郵便局が通知書を持ち出しました", "");
            case ABSENT ->
                happened(
                        passage.day(),
                        "ご不在のため、通知書が郵便局に持ち戻られました",
                        "郵便局での保管は" + JapaneseDates.day(passage.day().plusDays(PostedLetter.DAYS_KEPT)) + "までです。");
            case DELIVERED -> happened(passage.day(), "発行通知書が届きました", "");
            case RETURNED ->
                happened(
                        passage.day(),
                        "通知書が発行センターへ返送されました",
                        passage.reason()
                                .map(reason -> "理由: " + reason.japanese())
                                .orElse(""));
            case LOST -> happened(passage.day(), "郵便局の調査で、通知書の行方が分からないと判明しました", tracked);
            case VOIDED -> happened(passage.day(), "通知書を無効にしました", "この通知書ではダウンロードできません。");
        }
    }

    private void promises() {
        var application = told.application();
        if (application instanceof Undecided) {
            var text = application instanceof Returned ? "補正の期限です" : "審査の期限です";
            told.next()
                    .until()
                    .ifPresent(until -> toCome(until, text, told.next().otherwise()));
        }
        if (application instanceof Undecided || isUnderWay()) {
            toCome(application.submission().expectedArrival(), "発行通知書が届く予定です", "郵便事情などにより、前後することがあります。");
        }
        if (told.next().stage() == 4) {
            told.next().until().ifPresent(until -> toCome(until, "ダウンロードの期限です", "この日の23時59分までダウンロードできます。"));
        }
        told.issued().stream()
                .filter(issued -> told.revoked().stream()
                        .noneMatch(revoked -> revoked.line().equals(issued.line())))
                .map(Issued::notAfter)
                .distinct()
                .forEach(day -> toCome(day, "電子証明書の有効期限です", ""));
    }

    private boolean isUnderWay() {
        return told.application() instanceof Approved
                && told.letter().filter(Delivered.class::isInstance).isEmpty()
                && !told.next().ended();
    }

    private void happened(Instant at, String text, String more) {
        entries.add(
                new Entry(at.atZone(JapaneseDates.TOKYO).toLocalDate(), JapaneseDates.moment(at), text, more, true));
    }

    private void happened(LocalDate day, String text, String more) {
        entries.add(new Entry(day, JapaneseDates.day(day), text, more, true));
    }

    private void toCome(LocalDate day, String text, String more) {
        var told = day.isBefore(today) ? "予定の日を過ぎています。" + more : more;
        entries.add(new Entry(day, JapaneseDates.day(day), text, told, false));
    }
}
