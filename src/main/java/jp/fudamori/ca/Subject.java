package jp.fudamori.ca;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Name of a certificate holder in Japan, before anyone has checked it.
 *
 * @param organization O, any script, 1 to 64 characters (RFC 5280, appendix A.1, ub-organization-name)
 * @param organizationIdentifier 2.5.4.97, shaped as ETSI EN 319 412-1, 5.1.4 says: {@code NTRJP-…} or {@code MI:JP-…}
 * @param commonName CN, printable ASCII, 1 to 64 characters (ub-common-name)
 */
public record Subject(String organization, String organizationIdentifier, String commonName) {

    private static final ASN1Encodable JAPAN = new DERPrintableString("JP");

    X500Name name() {
        return new X500NameBuilder()
                .addRDN(BCStyle.C, JAPAN)
                .addRDN(BCStyle.O, new DERUTF8String(organization))
                .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, new DERUTF8String(organizationIdentifier))
                .addRDN(BCStyle.CN, new DERUTF8String(commonName))
                .build();
    }
}
