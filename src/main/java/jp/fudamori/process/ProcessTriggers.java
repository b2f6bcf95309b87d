package jp.fudamori.process;

import static jp.fudamori.process.QualificationWait.QUALIFICATION_ACCEPTED;
import static jp.fudamori.process.application.CertificateApplicationModel.APPLICATION_CANCELLED;
import static jp.fudamori.process.mail.MailDeliveryModel.MAIL_ID;
import static jp.fudamori.process.mail.MailDeliveryModel.MAIL_QUEUED;
import static jp.fudamori.process.notice.NoticeDeliveryModel.CERTIFICATE_DOWNLOADED;

import java.util.Set;
import jp.fudamori.application.ApplicationCancelled;
import jp.fudamori.certificate.CertificateDownloaded;
import jp.fudamori.institution.QualificationsAccepted;
import jp.fudamori.notice.MailQueued;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Which domain event wakes which process: the one page to read for "who starts what". */
@Component
class ProcessTriggers {

    static final Set<String> MESSAGES =
            Set.of(MAIL_QUEUED, CERTIFICATE_DOWNLOADED, APPLICATION_CANCELLED, QUALIFICATION_ACCEPTED);

    private final RuntimeService runtime;
    private final QualificationWait qualificationWait;

    ProcessTriggers(RuntimeService runtime, QualificationWait qualificationWait) {
        this.runtime = runtime;
        this.qualificationWait = qualificationWait;
    }

    /** Runs inside the publisher's transaction: the mail's row and the job that sends it commit together. */
    @EventListener
    void on(MailQueued event) {
        runtime.startProcessInstanceByMessage(MAIL_QUEUED, event.reference(), MAIL_ID.with(event.mailId()));
    }

    /** The process of a withdrawn application ends wherever it waits for a decision. */
    @EventListener
    void on(ApplicationCancelled event) {
        runtime.createMessageCorrelation(APPLICATION_CANCELLED)
                .processInstanceBusinessKey(event.number().value())
                .correlate();
    }

    /** A letter that still waits for the proof of its delivery has it now; one that has it already is left alone. */
    @EventListener
    void on(CertificateDownloaded event) {
        runtime.createMessageCorrelation(CERTIFICATE_DOWNLOADED)
                .processInstanceBusinessKey(event.line().application().value())
                .correlateAll();
    }

    /** An application that waits for the 利用申請 of its institution goes on by itself. */
    @EventListener
    void on(QualificationsAccepted event) {
        qualificationWait.end(event.institutions());
    }
}
