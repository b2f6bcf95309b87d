package jp.fudamori.process;

import static jp.fudamori.process.application.CertificateApplicationModel.APPLICATION_PREPARED;
import static jp.fudamori.process.application.CertificateApplicationModel.DRAFT_ID;
import static jp.fudamori.process.notice.NoticeDeliveryModel.LETTER_NUMBER;
import static jp.fudamori.process.notice.NoticeDeliveryModel.LETTER_WITHDRAWN;
import static jp.fudamori.process.notice.NoticeDeliveryModel.UNDER_WAY;
import static jp.fudamori.process.revocation.CertificateRevocationModel.REQUEST_ID;
import static jp.fudamori.process.revocation.CertificateRevocationModel.REVOCATION_ORDERED;

import java.util.HashMap;
import jp.fudamori.application.DraftPrepared;
import jp.fudamori.certificate.RevocationOrdered;
import jp.fudamori.notice.LetterWithdrawn;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The part of {@link ProcessTriggers} that is about what follows a certificate: which fact wakes which process. */
@Component
class CertificateTriggers {

    private final RuntimeService runtime;

    CertificateTriggers(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Runs to its end within the publisher's transaction: what is ordered is revoked when that commits. */
    @EventListener
    void on(RevocationOrdered event) {
        var id = event.request().toString();
        runtime.startProcessInstanceByMessage(REVOCATION_ORDERED, id, REQUEST_ID.with(id));
    }

    /** A delivery that has ended already is left alone. */
    @EventListener
    void on(LetterWithdrawn event) {
        runtime.createMessageCorrelation(LETTER_WITHDRAWN)
                .processInstanceBusinessKey(event.application().value())
                .processInstanceVariableEquals(
                        LETTER_NUMBER.name(), event.letter().value())
                .setVariable(UNDER_WAY.name(), event.underWay())
                .correlateAll();
    }

    @EventListener
    void on(DraftPrepared event) {
        var id = event.draft().toString();
        var variables = new HashMap<>(DRAFT_ID.with(id));
        variables.putAll(ClinicStep.ACTOR.with(event.actor().value()));
        runtime.startProcessInstanceByMessage(APPLICATION_PREPARED, id, variables);
    }
}
