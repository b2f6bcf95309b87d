package jp.fudamori.ca;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jp.fudamori.ca.OcspAnswer.Validity;
import jp.fudamori.ca.OcspDesk.Asked;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.CertStatus;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.asn1.ocsp.ResponseData;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.jspecify.annotations.Nullable;

/** Writes and signs answers of the kind "basic" (RFC 6960, 4.2.1), the signer named by its key and enclosed. */
final class OcspResponseWriter {

    private static final int SUCCESSFUL = 0;
    private static final @Nullable Extensions NO_EXTENSIONS = null;
    private static final int UNKNOWN = 2;

    private OcspResponseWriter() {}

    /** @return OCSPResponse, DER */
    static byte[] write(OcspSigner signer, List<Asked> statuses, Validity validity, Optional<byte[]> nonce) {
        var responses = statuses.stream().map(asked -> single(asked, validity)).toArray(ASN1Encodable[]::new);
        var identifier = KeyIdentifiers.of(signer.certificate().getPublicKey()).getKeyIdentifier();
        var data = new ResponseData(
                new ResponderID(new DEROctetString(identifier)),
                time(validity.thisUpdate()),
                new DERSequence(responses),
                nonce.map(OcspResponseWriter::repeated).orElse(null));
        var algorithm = signer.algorithm();
        var signature = algorithm.sign(signer.key(), Der.encode(data));
        var basic = new BasicOCSPResponse(
                data,
                algorithm.signatureIdentifier(),
                new DERBitString(signature),
                new DERSequence(certificate(signer)));
        var bytes = new ResponseBytes(OCSPObjectIdentifiers.id_pkix_ocsp_basic, new DEROctetString(Der.encode(basic)));
        return Der.encode(new OCSPResponse(new OCSPResponseStatus(SUCCESSFUL), bytes));
    }

    private static SingleResponse single(Asked asked, Validity validity) {
        return new SingleResponse(
                asked.id(),
                status(asked.status()),
                time(validity.thisUpdate()),
                time(validity.nextUpdate()),
                NO_EXTENSIONS);
    }

    private static CertStatus status(CertificateStatus status) {
        if (status.revocation().isPresent()) {
            var revocation = status.revocation().get();
            var reason = CRLReason.lookup(revocation.reason().code());
            return new CertStatus(new RevokedInfo(time(revocation.at()), reason));
        }
        return status.isIssued() ? new CertStatus() : new CertStatus(UNKNOWN, DERNull.INSTANCE);
    }

    private static Extensions repeated(byte[] nonce) {
        var octets = new DEROctetString(nonce);
        return new Extensions(
                new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(Der.encode(octets))));
    }

    private static Certificate certificate(OcspSigner signer) {
        return Certificate.getInstance(signer.encoded());
    }

    private static ASN1GeneralizedTime time(Instant moment) {
        return new DERGeneralizedTime(Date.from(moment));
    }
}
