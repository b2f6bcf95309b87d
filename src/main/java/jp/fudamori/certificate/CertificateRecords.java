package jp.fudamori.certificate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
    private static final String RENEWAL = "renewal";

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

    LocalDate today() {
        return LocalDate.now(clock);
    }

    void vetted(LineNumber line, Serial serial) {
        audit.record(ACTOR, "certificate-vetted", line.toString(), serial.hex());
    }

    void issued(LineNumber line, Serial serial) {
        audit.record(ACTOR, "certificate-issued", line.toString(), serial.hex());
        events.publishEvent(new LineIssued(line));
    }

    void renewed(LineNumber line, Serial serial) {
        audit.record(RENEWAL, "certificate-issued", line.toString(), serial.hex());
        events.publishEvent(new LineIssued(line));
    }

    /** Of a certificate that was vetted, and never will be signed. */
    void renewalGivenUp(LineNumber line) {
        audit.record(RENEWAL, "renewal-given-up", line.toString(), "");
    }

    /** @param before as it was until then */
    void renewedFetched(Issued before, String from) {
        audit.record(RENEWAL, "certificate-downloaded", before.line().toString(), from);
        if (before.downloads() == 0) {
            events.publishEvent(new CertificateDownloaded(before.line()));
        }
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
