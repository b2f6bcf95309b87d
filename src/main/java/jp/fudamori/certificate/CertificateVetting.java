package jp.fudamori.certificate;

import java.time.Clock;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.CertificateAuthority;
import jp.fudamori.ca.CertificatePlan;
import jp.fudamori.certificate.Subscribers.Subscriber;
import org.springframework.stereotype.Component;

/** First step: names the certificate and has the authority fix what it will sign. */
@Component
class CertificateVetting {

    private final Subscribers subscribers;
    private final HolderKeys keys;
    private final CertificateAuthority authority;
    private final Certificates certificates;
    private final Clock clock;

    CertificateVetting(
            Subscribers subscribers,
            HolderKeys keys,
            CertificateAuthority authority,
            Certificates certificates,
            Clock clock) {
        this.subscribers = subscribers;
        this.keys = keys;
        this.authority = authority;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** @return false if that was done before */
    boolean vet(LineNumber line) {
        var subscriber = subscribers.of(line);
        var institution = subscriber.institution();
        certificates.lock(institution.code());
        if (certificates.find(line).isPresent()) {
            return false;
        }
        subscribers.requireRunning(subscriber);
        vet(line, subscriber, certificates.nextSequence(institution.code()));
        return true;
    }

    private void vet(LineNumber line, Subscriber subscriber, int sequence) {
        var institution = subscriber.institution();
        var key = keys.take(line);
        var validity = Validity.from(clock.instant());
        var vetted = authority.vet(new CertificatePlan(
                HolderName.subject(institution, sequence), key.key(), validity.notBefore(), validity.notAfter()));
        certificates.add(
                line,
                new HolderName(institution.code(), sequence),
                validity,
                vetted.serial(),
                keys.seal(key, vetted.serial()));
    }
}
