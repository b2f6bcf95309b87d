package jp.fudamori.ca;

/**
 * A certificate that has passed every check of its profile and is on record. Only {@link CertificateAuthority#vet}
 * makes one, and only what was vetted can be signed.
 */
public final class VettedCertificate {

    private final Serial serial;
    private final byte[] tbsCertificate;

    VettedCertificate(Serial serial, byte[] tbsCertificate) {
        this.serial = serial;
        this.tbsCertificate = tbsCertificate.clone();
    }

    public Serial serial() {
        return serial;
    }

    /** Returns the DER encoding of TBSCertificate (RFC 5280, 4.1). */
    public byte[] tbsCertificate() {
        return tbsCertificate.clone();
    }

    @Override
    public String toString() {
        return "vetted " + serial;
    }
}
