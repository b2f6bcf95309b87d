package jp.fudamori.web.status;

import java.time.Instant;
import jp.fudamori.application.CertificateApplication;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.qualification.QualificationApplication;
import jp.fudamori.qualification.QualificationApplication.Submission;
import jp.fudamori.web.status.NextStep.Actor;

/**
 * An application in the list of its clinic.
 *
 * @param what 発行申請 with its terminals, or 利用申請
 * @param mark class of the tag that shows the state
 * @param next who acts until when, in one line; empty where nobody has to
 */
record StatusLine(String number, String what, String submitted, String state, String mark, String next, Instant at) {

    static StatusLine of(CertificateApplication application, NextStep next) {
        var terminals = application.particulars().terminalNames();
        var others = terminals.size() > 1 ? " ほか" + (terminals.size() - 1) + "台" : "";
        var at = application.submission().submittedAt();
        return of(application.number().value(), "電子証明書発行申請（" + terminals.get(0) + others + "）", at, next);
    }

    /** One that was submitted. */
    static StatusLine of(QualificationApplication application) {
        var submission = application.lastSubmission().orElseThrow(IllegalStateException::new);
        return of(submission, QualificationStep.of(application));
    }

    private static StatusLine of(Submission submission, NextStep next) {
        return of(submission.number().value(), "オンライン資格確認の利用申請", submission.submittedAt(), next);
    }

    private static StatusLine of(String number, String what, Instant at, NextStep next) {
        return new StatusLine(number, what, JapaneseDates.moment(at), next.state(), mark(next), nextLine(next), at);
    }

    private static String mark(NextStep next) {
        if (next.ended()) {
            return "ended";
        }
        return next.actor().isEmpty() ? "success" : next.actor().get() == Actor.CLINIC ? "warning" : "";
    }

    private static String nextLine(NextStep next) {
        return next.actor()
                .map(actor -> actor.japanese()
                        + next.until()
                                .map(until -> "・" + JapaneseDates.day(until) + "まで")
                                .orElse(""))
                .orElse("");
    }
}
