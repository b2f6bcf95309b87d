package jp.fudamori.application;

import java.util.List;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.CertificateApplication.Submission;
import jp.fudamori.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down and tells the other modules what happened to an application outside the review. */
@Component
class Announcements {

    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Announcements(AuditTrail audit, ApplicationEventPublisher events) {
        this.audit = audit;
        this.events = events;
    }

    /** @throws jp.fudamori.common.Refusal {@code already-replaced} */
    void wanted(List<LineNumber> replaces) {
        if (!replaces.isEmpty()) {
            events.publishEvent(new ReplacementsWanted(replaces));
        }
    }

    /** @param replaces one for each line, in order; none for a new issue */
    void submitted(Submission submission, List<LineNumber> replaces, AccountId by) {
        audit.record(
                by.value(),
                "application-submitted",
                submission.number().value(),
                submission.particulars().institution().value());
        var lines = submission.lines();
        for (int each = 0; each < replaces.size(); each++) {
            events.publishEvent(new ReplacementAsked(lines.get(each), replaces.get(each)));
        }
    }

    /** Of an application that nobody reviews. */
    void approvedAtOnce(ApplicationNumber number, AccountId by) {
        audit.record(by.value(), "application-approved", number.value(), "refused 0");
    }

    /** @param actor who goes on with the draft */
    void prepared(Draft draft, AccountId actor) {
        audit.record(
                actor.value(),
                "draft-prepared",
                draft.id().toString(),
                draft.kind().code());
        events.publishEvent(new DraftPrepared(draft.id(), actor));
    }

    /** @throws jp.fudamori.common.Refusal {@code key-without-terminal} */
    void terminals(ApplicationNumber number, Particulars before, Particulars after, AccountId by) {
        events.publishEvent(new TerminalsCorrected(
                number, before.institution(), before.terminalNames(), after.terminalNames(), by));
    }

    /** @param round 1 for the first time */
    void corrected(ApplicationNumber number, int round, AccountId by) {
        audit.record(by.value(), "application-corrected", number.value(), "round " + round);
    }

    void abandoned(ApplicationNumber number) {
        audit.record("process", "application-abandoned", number.value(), "");
    }

    void cancelled(ApplicationNumber number, AccountId by) {
        audit.record(by.value(), "application-cancelled", number.value(), "");
        events.publishEvent(new ApplicationCancelled(number));
    }
}
