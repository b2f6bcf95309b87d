package jp.fudamori.ca;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes what relying parties need before the first timer of {@code revocation-list} comes: of a new generation, or
 * after days without a server. A key that is not at hand does not keep the server from starting; its health tells.
 */
@Component
class PublishAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(PublishAtStart.class);

    private final RevocationLists lists;
    private final OcspSigners signers;

    PublishAtStart(RevocationLists lists, OcspSigners signers) {
        this.lists = lists;
        this.signers = signers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void publish() {
        try {
            lists.generations().forEach(this::publish);
        } catch (RuntimeException e) {
            LOG.error("no new revocation lists and OCSP signers at start", e);
        }
    }

    private void publish(String generation) {
        try {
            if (!lists.publish(generation) || !signers.renew(generation)) {
                LOG.error("no new revocation list or OCSP signer of {} at start: its key is not at hand", generation);
            }
        } catch (RuntimeException e) {
            LOG.error("no new revocation list or OCSP signer of {} at start", generation, e);
        }
    }
}
