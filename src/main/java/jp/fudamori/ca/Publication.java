package jp.fudamori.ca;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;

/**
 * What every certificate tells relying parties: under which policies it was issued, and where to fetch the rest.
 *
 * @param baseUrl http, a host, no query; RFC 5280, 8 advises against https here, as the check would need a check
 * @param policies object identifiers, at least one
 */
public record Publication(URI baseUrl, List<String> policies) {

    public Publication {
        if (!"http".equals(baseUrl.getScheme()) || baseUrl.getHost() == null || baseUrl.getQuery() != null) {
            throw new IllegalArgumentException("base URL must be http://host[:port][/path]: " + baseUrl);
        }
        if (baseUrl.toString().endsWith("/")) {
            throw new IllegalArgumentException("base URL must not end with a slash: " + baseUrl);
        }
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("at least one certificate policy is needed");
        }
        policies.forEach(ASN1ObjectIdentifier::new);
        policies = List.copyOf(policies);
    }

    /** Our own policy says where its text is (RFC 5280, 4.2.1.4). */
    CertificatePolicies certificatePolicies() {
        return new CertificatePolicies(IntStream.range(0, policies.size())
                .mapToObj(i -> i == 0 ? ownPolicy() : new PolicyInformation(new ASN1ObjectIdentifier(policies.get(i))))
                .toArray(PolicyInformation[]::new));
    }

    private PolicyInformation ownPolicy() {
        var text = new PolicyQualifierInfo(baseUrl + "/pki/cps.pdf");
        return new PolicyInformation(new ASN1ObjectIdentifier(policies.get(0)), new DERSequence(text));
    }

    /** RFC 5280, 4.2.1.13. */
    CRLDistPoint revocationListOf(String issuer) {
        var name = new DistributionPointName(new GeneralNames(uri("/pki/crl/" + issuer + ".crl")));
        return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(name, null, null)});
    }

    /** The list that would name this certificate (RFC 5280, 4.2.1.13). */
    CRLDistPoint revocationListOf(String issuer, Serial serial) {
        var point = new DistributionPoint(shardOf(issuer, serial.shard()), null, null);
        return new CRLDistPoint(new DistributionPoint[] {point});
    }

    /** What the list of a shard says of itself: only certificates that name this very address are in it. */
    IssuingDistributionPoint scopeOf(String issuer, int shard) {
        return new IssuingDistributionPoint(shardOf(issuer, shard), false, false);
    }

    private DistributionPointName shardOf(String issuer, int shard) {
        return new DistributionPointName(new GeneralNames(uri("/pki/crl/%s/%d.crl".formatted(issuer, shard))));
    }

    /** RFC 5280, 4.2.2.1. */
    AuthorityInformationAccess certificateOf(String issuer) {
        return new AuthorityInformationAccess(issuerAddress(issuer));
    }

    /** The same, and where to ask about a single certificate (RFC 6960, 3.1). */
    AuthorityInformationAccess certificateAndStatusOf(String issuer) {
        return new AuthorityInformationAccess(new AccessDescription[] {
            new AccessDescription(AccessDescription.id_ad_ocsp, uri("/pki/ocsp")), issuerAddress(issuer)
        });
    }

    private AccessDescription issuerAddress(String issuer) {
        return new AccessDescription(AccessDescription.id_ad_caIssuers, uri("/pki/ca/" + issuer + ".cer"));
    }

    private GeneralName uri(String path) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, baseUrl + path);
    }
}
