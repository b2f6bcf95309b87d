package jp.fudamori.reissue;

import static jp.fudamori.reissue.LossReason.REPORT_CLOSED;
import static jp.fudamori.reissue.LossReason.REPORT_OPEN;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.LineNumber;
import jp.fudamori.callcentre.CallDesk;
import jp.fudamori.certificate.HeldCertificate;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.common.TypedText;
import jp.fudamori.reissue.LossReport.Described;
import jp.fudamori.reissue.LossReport.Dropped;
import jp.fudamori.reissue.LossReport.Opened;
import jp.fudamori.reissue.LossReport.Opening;
import jp.fudamori.reissue.LossReport.Pending;
import jp.fudamori.reissue.LossReport.Reported;

/** 紛失などの届出: takes reports of losses; from the moment of a report on, what was lost opens nothing any more. */
@DomainService
public class LossDesk {

    private final LossReports reports;
    private final CallDesk calls;
    private final Reissuable reissuable;
    private final LostLines lost;
    private final LossRecords records;

    LossDesk(LossReports reports, CallDesk calls, Reissuable reissuable, LostLines lost, LossRecords records) {
        this.reports = reports;
        this.calls = calls;
        this.reissuable = reissuable;
        this.lost = lost;
        this.records = records;
    }

    /**
     * Begins a report of the clinic that the user acts for.
     *
     * @throws Refusal {@code not-a-clinic}, {@code no-call-open}, {@code certificate-unknown} also for those of other
     *     clinics, {@code reissue-applied-for}, {@code not-to-be-reissued}, {@code code-ended}, {@code report-open}
     */
    public LossReport open(LineNumber line, AccountId user) {
        var clinic = calls.acting(user).clinic();
        var institution = clinic.institution().orElseThrow();
        reissuable.require(institution, line, records.today());
        var report = new Opened(
                new Opening(new ReportId(UUID.randomUUID()), institution, clinic.id(), line, user, records.now()));
        if (!reports.add(report)) {
            throw new Refusal(REPORT_OPEN, "この電子証明書の届出は、すでに書きかけのものがあります。ホームの「やること」から続けてください。");
        }
        return report;
    }

    public LossReport find(ReportId id) {
        return reports.lock(id).orElseThrow(() -> new IllegalStateException("no report " + id));
    }

    /** Returns the certificate that a report is about, as it is today. */
    public HeldCertificate certificate(LossReport report) {
        var opening = report.opening();
        return reissuable.require(opening.institution(), opening.line(), records.today());
    }

    /**
     * Takes what the clinic tells; nothing is void yet.
     *
     * @throws Refusal {@code report-closed}, {@code text-not-allowed}, {@code lost-in-future},
     *     {@code lost-before-issue}, {@code renewal-under-way}, {@code never-downloaded}, {@code period-not-over}
     */
    public void describe(ReportId id, Loss told) {
        var pending = pending(id);
        var loss = new Loss(
                told.kind(),
                told.on(),
                TypedText.checked("場所", told.place()),
                told.circumstances().strip());
        reissuable.objection(loss, certificate(pending), records.today()).ifPresent(refusal -> {
            throw refusal;
        });
        reports.save(pending.describe(loss));
    }

    /**
     * Takes the report, ends the downloads of what was lost, and has revoked what may be in other hands. Told a second
     * time, it does nothing.
     *
     * @throws Refusal {@code report-closed}, {@code code-ended}, {@code reissue-applied-for}
     */
    public Reported report(ReportId id, AccountId by) {
        var found = find(id);
        if (found instanceof Reported done) {
            return done;
        }
        if (!(found instanceof Described described)) {
            throw closed();
        }
        reissuable.requireRunning(described.opening().institution());
        reissuable.requirePlace(described.line());
        var affected = lost.of(described);
        lost.close(affected);
        var reported = described.report(by, records.now(), affected);
        reports.save(reported);
        records.reported(reported);
        lost.revoke(reported);
        return reported;
    }

    /** Returns the lines that {@link #report} would make void. */
    public List<LineNumber> affected(LossReport report) {
        return report instanceof Described described ? lost.of(described) : List.of(report.line());
    }

    /** Returns whether {@link #report} would put an end to a renewal whose certificate nobody has fetched. */
    public boolean endsRenewal(LossReport report) {
        return affected(report).stream().anyMatch(reissuable::isBeingRenewed);
    }

    /** Ends a report that was not sent: nothing becomes void. Told a second time, it does nothing. */
    public void drop(ReportId id, AccountId by) {
        if (!(find(id) instanceof Dropped)) {
            reports.save(pending(id).drop(by, records.now()));
        }
    }

    private Pending pending(ReportId id) {
        return Optional.of(find(id))
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .orElseThrow(LossDesk::closed);
    }

    private static Refusal closed() {
        return new Refusal(REPORT_CLOSED, "この届出は、すでに終わっています。");
    }
}
