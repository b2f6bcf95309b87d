package jp.fudamori.ca;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ocsp.CertID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Answers that were given lately, for others who ask the same. A revocation on this node voids what was kept. */
@Component
class OcspAnswers {

    private static final Duration KEPT = Duration.ofMinutes(1);

    /** About 2 kB each. */
    private static final int MOST = 10_000;

    private final Map<String, Kept> answers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };

    private long revocations;

    private record Kept(Optional<Serial> serial, OcspAnswer answer) {

        boolean isFresh(Instant now) {
            return answer.validity()
                    .filter(validity -> !now.isBefore(validity.thisUpdate())
                            && now.isBefore(validity.thisUpdate().plus(KEPT))
                            && now.isBefore(validity.nextUpdate()))
                    .isPresent();
        }
    }

    synchronized Optional<OcspAnswer> find(CertID asked, Instant now) {
        return Optional.ofNullable(answers.get(key(asked)))
                .filter(kept -> kept.isFresh(now))
                .map(Kept::answer);
    }

    /** To be taken before the status is read. */
    synchronized long ticket() {
        return revocations;
    }

    /** Keeps an answer, unless something was revoked since the ticket was taken. */
    synchronized void keep(CertID asked, OcspAnswer answer, long ticket) {
        if (ticket == revocations) {
            answers.put(key(asked), new Kept(Serial.of(asked.getSerialNumber().getValue()), answer));
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    synchronized void on(CertificateRevoked event) {
        revocations++;
        answers.values().removeIf(kept -> kept.serial().equals(Optional.of(event.serial())));
    }

    /** Every byte of the question counts, because the answer repeats it. */
    private static String key(CertID asked) {
        return new String(Der.encode(asked), StandardCharsets.ISO_8859_1);
    }
}
