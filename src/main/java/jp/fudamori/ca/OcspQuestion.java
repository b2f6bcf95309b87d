package jp.fudamori.ca;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.x509.Extensions;

/**
 * What a relying party asks (RFC 6960, 4.1.1). Who asks, and a signature under the question, do not matter.
 *
 * @param certificates one or more
 * @param nonce 1 to 128 octets, to be repeated in the answer (RFC 9654)
 */
record OcspQuestion(List<CertID> certificates, Optional<byte[]> nonce) {

    private static final int LONGEST_NONCE = 128;

    /** @throws IllegalArgumentException for anything that is no OCSPRequest as the RFCs say it must be */
    static OcspQuestion read(byte[] der) {
        try {
            var request = OCSPRequest.getInstance(ASN1Primitive.fromByteArray(der));
            if (request == null) {
                throw new IllegalArgumentException("nothing");
            }
            return read(request);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("not an OCSP request", e);
        }
    }

    private static OcspQuestion read(OCSPRequest request) {
        var tbs = request.getTbsRequest();
        var version = tbs.getVersion();
        if (version != null && version.intValueExact() != 0) {
            throw new IllegalArgumentException("version " + version);
        }
        var certificates = certificates(tbs.getRequestList());
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("no certificate is asked for");
        }
        return new OcspQuestion(certificates, nonce(tbs.getRequestExtensions()));
    }

    private static List<CertID> certificates(ASN1Sequence requests) {
        var certificates = new ArrayList<CertID>();
        for (var each : requests) {
            var request = Request.getInstance(each);
            refuseCritical(request.getSingleRequestExtensions());
            var id = request.getReqCert();
            id.getHashAlgorithm();
            id.getSerialNumber().getValue();
            certificates.add(CertID.getInstance(ASN1Sequence.getInstance(Der.encode(id))));
        }
        return certificates;
    }

    private static Optional<byte[]> nonce(Extensions extensions) {
        refuseCritical(extensions);
        var nonce = extensions == null ? null : extensions.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce == null) {
            return Optional.empty();
        }
        var octets = ASN1OctetString.getInstance(nonce.getParsedValue()).getOctets();
        if (octets.length < 1 || octets.length > LONGEST_NONCE) {
            throw new IllegalArgumentException("a nonce of %d octets".formatted(octets.length));
        }
        return Optional.of(octets);
    }

    /** What must be understood, and is not. */
    private static void refuseCritical(Extensions extensions) {
        if (extensions == null) {
            return;
        }
        for (var critical : extensions.getCriticalExtensionOIDs()) {
            if (!critical.equals(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)) {
                throw new IllegalArgumentException("unknown critical extension " + critical);
            }
        }
    }
}
