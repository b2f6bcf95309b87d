package jp.fudamori.ca.lint;

import java.util.Arrays;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierId;

/** What a certificate says about where to look further must be ours, and reachable over plain http. */
final class PublicationRules {

    private PublicationRules() {}

    /** Exactly our policies; a qualifier may only point to the practice statement. */
    static boolean namesPolicies(Draft draft, ASN1Encodable value) {
        var policies = CertificatePolicies.getInstance(value).getPolicyInformation();
        return Arrays.stream(policies)
                        .map(policy -> policy.getPolicyIdentifier().getId())
                        .toList()
                        .equals(draft.authority().policies())
                && Arrays.stream(policies)
                        .flatMap(PublicationRules::qualifiers)
                        .allMatch(PublicationRules::isStatement);
    }

    private static Stream<ASN1Sequence> qualifiers(PolicyInformation policy) {
        var qualifiers = policy.getPolicyQualifiers();
        return qualifiers == null
                ? Stream.empty()
                : Stream.of(qualifiers.toArray()).map(ASN1Sequence::getInstance);
    }

    private static boolean isStatement(ASN1Sequence qualifier) {
        return PolicyQualifierId.id_qt_cps.equals(qualifier.getObjectAt(0))
                && ASN1IA5String.getInstance(qualifier.getObjectAt(1))
                        .getString()
                        .matches("https?://[^/]+/.*");
    }

    static boolean leadsToLists(Draft draft, ASN1Encodable value) {
        var points = CRLDistPoint.getInstance(value).getDistributionPoints();
        return points.length > 0 && Arrays.stream(points).allMatch(point -> leadsToList(draft, point));
    }

    private static boolean leadsToList(Draft draft, DistributionPoint point) {
        var name = point.getDistributionPoint();
        if (point.getReasons() != null
                || point.getCRLIssuer() != null
                || name.getType() != DistributionPointName.FULL_NAME) {
            return false;
        }
        var addresses = GeneralNames.getInstance(name.getName()).getNames();
        return addresses.length > 0 && Arrays.stream(addresses).allMatch(address -> isOurs(draft, address));
    }

    /** Always the issuer's certificate, and an OCSP responder if there is one. */
    static boolean leadsToIssuer(Draft draft, ASN1Encodable value) {
        var descriptions = AuthorityInformationAccess.getInstance(value).getAccessDescriptions();
        return Arrays.stream(descriptions).anyMatch(PublicationRules::isIssuer)
                && Arrays.stream(descriptions)
                        .allMatch(description -> (isIssuer(description) || isResponder(description))
                                && isOurs(draft, description.getAccessLocation()));
    }

    private static boolean isIssuer(AccessDescription description) {
        return AccessDescription.id_ad_caIssuers.equals(description.getAccessMethod());
    }

    private static boolean isResponder(AccessDescription description) {
        return AccessDescription.id_ad_ocsp.equals(description.getAccessMethod());
    }

    private static boolean isOurs(Draft draft, GeneralName address) {
        return address.getTagNo() == GeneralName.uniformResourceIdentifier
                && ASN1IA5String.getInstance(address.getName())
                        .getString()
                        .startsWith(draft.authority().baseUrl() + "/");
    }
}
