package jp.fudamori.ca.lint;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Period;
import java.util.List;

/**
 * What a certificate must agree with.
 *
 * @param certificate of the issuer
 * @param baseUrl where relying parties fetch lists and issuers, without a slash at the end
 * @param policies object identifiers in dotted form, in their order
 * @param longestValidity counted in Japanese calendar days
 */
public record Authority(X509Certificate certificate, URI baseUrl, List<String> policies, Period longestValidity) {}
