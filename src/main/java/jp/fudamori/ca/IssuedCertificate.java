package jp.fudamori.ca;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A signed certificate with those that vouch for it.
 *
 * @param chain the certificate itself, its issuer, and so on to the root
 */
public record IssuedCertificate(Serial serial, List<X509Certificate> chain) {

    public IssuedCertificate {
        chain = List.copyOf(chain);
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }
}
