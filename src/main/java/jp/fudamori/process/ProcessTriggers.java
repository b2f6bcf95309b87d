package jp.fudamori.process;

import static jp.fudamori.process.mail.MailDeliveryModel.MAIL_ID;
import static jp.fudamori.process.mail.MailDeliveryModel.MAIL_QUEUED;
import static jp.fudamori.process.notice.NoticeDeliveryModel.CERTIFICATE_DOWNLOADED;

import java.util.Set;
import jp.fudamori.certificate.CertificateDownloaded;
import jp.fudamori.notice.MailQueued;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Which domain event wakes which process: the one page to read for "who starts what". */
@Component
class ProcessTriggers {

    static final Set<String> MESSAGES = Set.of(MAIL_QUEUED, CERTIFICATE_DOWNLOADED);

    private final RuntimeService runtime;

    ProcessTriggers(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Runs inside the publisher's transaction: the mail's row and the job that sends it commit together. */
    @EventListener
    void on(MailQueued event) {
        runtime.startProcessInstanceByMessage(MAIL_QUEUED, event.reference(), MAIL_ID.with(event.mailId()));
    }

    /** A letter that still waits for the proof of its delivery has it now; one that has it already is left alone. */
    @EventListener
    void on(CertificateDownloaded event) {
        runtime.createMessageCorrelation(CERTIFICATE_DOWNLOADED)
                .processInstanceBusinessKey(event.line().application().value())
                .correlateAll();
    }
}
