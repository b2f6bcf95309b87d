package jp.fudamori.certificate;

import java.time.Clock;
import java.time.Instant;
import jp.fudamori.application.LineNumber;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.ca.Serial;
import jp.fudamori.certificate.Certificate.Issued;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down and tells the other modules what became of a certificate. */
@Component
class CertificateRecords {

    private static final String ACTOR = "certificate";

    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CertificateRecords(AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void vetted(LineNumber line, Serial serial) {
        audit.record(ACTOR, "certificate-vetted", line.toString(), serial.hex());
    }

    void issued(LineNumber line, Serial serial) {
        audit.record(ACTOR, "certificate-issued", line.toString(), serial.hex());
        events.publishEvent(new LineIssued(line));
    }

    void secretsDestroyed(LineNumber line) {
        audit.record(ACTOR, "letter-secrets-destroyed", line.toString(), "");
    }

    void ordered(RequestId request) {
        events.publishEvent(new RevocationOrdered(request));
    }

    /** @param what in kebab-case */
    void request(String what, RequestId request, String by) {
        audit.record(by, what, request.toString(), "");
    }

    void revoked(Issued certificate, RevocationReason reason, String by) {
        var detail = certificate.serial().hex() + " " + reason;
        audit.record(by, "certificate-revoked", certificate.line().toString(), detail);
        events.publishEvent(new LineRevoked(certificate.line(), reason));
    }
}
