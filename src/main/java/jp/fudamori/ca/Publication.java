package jp.fudamori.ca;

import java.net.URI;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.PolicyInformation;

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

    /** RFC 5280, 4.2.1.4. */
    CertificatePolicies certificatePolicies() {
        return new CertificatePolicies(policies.stream()
                .map(ASN1ObjectIdentifier::new)
                .map(PolicyInformation::new)
                .toArray(PolicyInformation[]::new));
    }

    /** RFC 5280, 4.2.1.13. */
    CRLDistPoint revocationListOf(String issuer) {
        var name = new DistributionPointName(new GeneralNames(uri("/pki/crl/" + issuer + ".crl")));
        return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(name, null, null)});
    }

    /** RFC 5280, 4.2.2.1. */
    AuthorityInformationAccess certificateOf(String issuer) {
        return new AuthorityInformationAccess(AccessDescription.id_ad_caIssuers, uri("/pki/ca/" + issuer + ".cer"));
    }

    private GeneralName uri(String path) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, baseUrl + path);
    }
}
