package jp.fudamori.process;

import static jp.fudamori.process.renewal.CertificateRenewalModel.NEW_LINE;
import static jp.fudamori.process.renewal.CertificateRenewalModel.RENEWAL_FETCHED;
import static jp.fudamori.process.renewal.CertificateRenewalModel.RENEWAL_OBSOLETE;
import static jp.fudamori.process.renewal.CertificateRenewalModel.RENEWAL_OPENED;
import static jp.fudamori.process.renewal.CertificateRenewalModel.RENEWAL_REQUESTED;
import static jp.fudamori.process.renewal.CertificateRenewalModel.RENEWED_LINE;

import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationKind;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.CertificateDownloaded;
import jp.fudamori.certificate.LineIssued;
import jp.fudamori.certificate.LineRevoked;
import jp.fudamori.certificate.Replacements;
import jp.fudamori.renewal.RenewalChannel;
import jp.fudamori.renewal.RenewalOpened;
import jp.fudamori.renewal.RenewalRequested;
import jp.fudamori.renewal.RenewalStopped;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The part of {@link ProcessTriggers} that is about renewals. */
@Component
class RenewalTriggers {

    private final RuntimeService runtime;
    private final Replacements replacements;
    private final ApplicationDesk applications;

    RenewalTriggers(RuntimeService runtime, Replacements replacements, ApplicationDesk applications) {
        this.runtime = runtime;
        this.replacements = replacements;
        this.applications = applications;
    }

    @EventListener
    void on(RenewalOpened event) {
        var line = event.line().toString();
        runtime.startProcessInstanceByMessage(RENEWAL_OPENED, line, RENEWED_LINE.with(line));
    }

    /** A renewal in the portal completes the step that offers it; one elsewhere passes it by. */
    @EventListener
    void on(RenewalRequested event) {
        if (event.channel() == RenewalChannel.TERMINAL) {
            runtime.createMessageCorrelation(RENEWAL_REQUESTED)
                    .processInstanceBusinessKey(event.renewed().toString())
                    .setVariables(NEW_LINE.with(event.replacement().toString()))
                    .correlate();
        }
    }

    @EventListener
    void on(CertificateDownloaded event) {
        replacements.replacedBy(event.line()).ifPresent(renewed -> wake(RENEWAL_FETCHED, renewed));
    }

    /** Nobody needs to renew what is void. */
    @EventListener
    void on(LineRevoked event) {
        wake(RENEWAL_OBSOLETE, event.line());
    }

    /** Nor may anybody renew for a code that has ended. */
    @EventListener
    void on(RenewalStopped event) {
        wake(RENEWAL_OBSOLETE, event.line());
    }

    /** Nor what has its successor in another way than by renewal. */
    @EventListener
    void on(LineIssued event) {
        replacements
                .replacedBy(event.line())
                .filter(replaced -> kind(event.line()) != ApplicationKind.RENEWAL)
                .ifPresent(replaced -> wake(RENEWAL_OBSOLETE, replaced));
    }

    private ApplicationKind kind(LineNumber line) {
        return applications.find(line.application()).orElseThrow().submission().kind();
    }

    /** Nothing happens where no renewal waits for that. */
    private void wake(String message, LineNumber line) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(line.toString())
                .correlateAll();
    }
}
