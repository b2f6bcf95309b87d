package jp.fudamori.web;

import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import org.apache.tomcat.util.net.SSLContext;
import org.springframework.boot.ssl.SslBundle;

/** The key of an SSL bundle with our own trust, as Tomcat takes it. */
final class TerminalTls implements SSLContext {

    private final javax.net.ssl.SSLContext context;
    private final TerminalTrust trust;

    TerminalTls(SslBundle bundle, TerminalTrust trust) {
        this.trust = trust;
        try {
            context = javax.net.ssl.SSLContext.getInstance("TLS");
            context.init(bundle.getManagers().getKeyManagers(), new TrustManager[] {trust}, new SecureRandom());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot use the SSL bundle of the download port", e);
        }
    }

    @Override
    public void init(KeyManager[] keys, TrustManager[] trusts, SecureRandom random) throws KeyManagementException {
        throw new KeyManagementException("is ready already");
    }

    @Override
    public void destroy() {}

    @Override
    public SSLSessionContext getServerSessionContext() {
        return context.getServerSessionContext();
    }

    @Override
    public SSLEngine createSSLEngine() {
        return context.createSSLEngine();
    }

    @Override
    public SSLServerSocketFactory getServerSocketFactory() {
        return context.getServerSocketFactory();
    }

    @Override
    public SSLParameters getSupportedSSLParameters() {
        return context.getSupportedSSLParameters();
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return new X509Certificate[0];
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}
