package jp.fudamori.web;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import jp.fudamori.ca.IssuedCertificates;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Asks terminals for certificates of our generations, and lets the handshake pass with any. TLS proves that the caller
 * has the key; whose certificate it is, our own record says, by our own clock, and on a page that people can read [ADR
 * 0028].
 */
final class TerminalTrust extends X509ExtendedTrustManager {

    private final ObjectProvider<IssuedCertificates> certificates;

    /** @param certificates not there yet when the port is made */
    TerminalTrust(ObjectProvider<IssuedCertificates> certificates) {
        this.certificates = certificates;
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return certificates.getObject().issuing().toArray(X509Certificate[]::new);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("calls nobody");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, type);
    }
}
