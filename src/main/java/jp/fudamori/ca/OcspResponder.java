package jp.fudamori.ca;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import jp.fudamori.ca.OcspAnswer.Validity;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Answers whether certificates are good, revoked or unknown (RFC 6960, in the light form of RFC 5019). Answers without
 * nonce are kept for a minute: so long may another node not know of a revocation yet.
 */
@Service
public class OcspResponder {

    private static final Logger LOG = LoggerFactory.getLogger(OcspResponder.class);

    /** For how long relying parties may rely on an answer. */
    private static final Duration VALIDITY = Duration.ofHours(1);

    private static final int MALFORMED_REQUEST = 1;
    private static final int TRY_LATER = 3;
    private static final int UNAUTHORIZED = 6;

    private final OcspIssuers issuers;
    private final OcspDesk desk;
    private final OcspAnswers kept;
    private final Clock clock;

    OcspResponder(OcspIssuers issuers, OcspDesk desk, OcspAnswers kept, Clock clock) {
        this.issuers = issuers;
        this.desk = desk;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * Answers any bytes: a question with a signed answer, everything else with an error that says whose fault it is.
     *
     * @param request OCSPRequest, DER (RFC 6960, 4.1.1), at most some thousand bytes
     */
    public OcspAnswer answer(byte[] request) {
        OcspQuestion question;
        try {
            question = OcspQuestion.read(request);
        } catch (IllegalArgumentException e) {
            return error(MALFORMED_REQUEST);
        }
        try {
            return answer(question);
        } catch (RuntimeException e) {
            LOG.error("an OCSP question was not answered", e);
            return error(TRY_LATER);
        }
    }

    private OcspAnswer answer(OcspQuestion question) {
        var asked = question.certificates();
        var issuer = issuers.of(asked.get(0));
        if (issuer.isEmpty()
                || !asked.stream().allMatch(each -> issuers.of(each).equals(issuer))) {
            return error(UNAUTHORIZED);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (asked.size() == 1 && question.nonce().isEmpty()) {
            return kept.find(asked.get(0), now).orElseGet(() -> sign(issuer.get(), question, now));
        }
        return sign(issuer.get(), question, now);
    }

    private OcspAnswer sign(String issuer, OcspQuestion question, Instant now) {
        var signer = desk.signerOf(issuer, now);
        if (signer.isEmpty()) {
            return error(TRY_LATER);
        }
        var ticket = kept.ticket();
        var statuses = desk.statuses(issuer, question.certificates());
        var validity = validity(signer.get(), now);
        var der = OcspResponseWriter.write(signer.get(), statuses, validity, question.nonce());
        var answer = new OcspAnswer(der, Optional.of(validity), question.nonce().isEmpty());
        if (question.nonce().isEmpty() && isKnown(statuses)) {
            kept.keep(question.certificates().get(0), answer, ticket);
        }
        return answer;
    }

    /** A certificate that is asked for before it is made must not stay unknown, nor fill the memory. */
    private static boolean isKnown(List<OcspDesk.Asked> statuses) {
        return statuses.size() == 1 && statuses.get(0).status().isIssued();
    }

    /** No answer outlives its signer. */
    private static Validity validity(OcspSigner signer, Instant now) {
        var end = signer.certificate().getNotAfter().toInstant();
        var next = now.plus(VALIDITY);
        return new Validity(now, next.isBefore(end) ? next : end);
    }

    private static OcspAnswer error(int status) {
        var response = new OCSPResponse(new OCSPResponseStatus(status), null);
        return new OcspAnswer(Der.encode(response), Optional.empty(), false);
    }
}
