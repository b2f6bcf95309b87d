package jp.fudamori.web;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.fudamori.ca.IssuedCertificates;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.net.SSLHostConfigCertificate.Type;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Opens the download ports beside the public one: a plain one, and one with TLS that asks for certificates. */
@Component
public class DownloadPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private static final int LARGEST_FORM_BYTES = 4096;

    private final Optional<Connector> plain;
    private final Optional<Connector> secure;
    private final DownloadSettings settings;

    DownloadPort(
            DownloadSettings settings,
            DownloadTls tls,
            SslBundles bundles,
            ObjectProvider<IssuedCertificates> certificates) {
        this.settings = settings;
        this.plain = settings.port() < 0 ? Optional.empty() : Optional.of(connector(settings.port()));
        this.secure = tls.isOn()
                ? Optional.of(secured(
                        connector(tls.port()),
                        new TerminalTls(bundles.getBundle(tls.bundle()), new TerminalTrust(certificates))))
                : Optional.empty();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addAdditionalTomcatConnectors(connectors().toArray(Connector[]::new));
        factory.addEngineValves(new DownloadGate(connectors(), settings));
    }

    private Set<Connector> connectors() {
        return Stream.of(plain, secure).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    private static Connector connector(int port) {
        var connector = new Connector();
        connector.setPort(port);
        connector.setMaxPostSize(LARGEST_FORM_BYTES);
        return connector;
    }

    private static Connector secured(Connector connector, TerminalTls tls) {
        var host = new SSLHostConfig();
        host.setCertificateVerification("optional");
        host.setProtocols("TLSv1.2+TLSv1.3");
        var certificate = new SSLHostConfigCertificate(host, Type.UNDEFINED);
        certificate.setSslContext(tls);
        host.addCertificate(certificate);
        connector.setScheme("https");
        connector.setSecure(true);
        var protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
        protocol.setSSLEnabled(true);
        protocol.addSslHostConfig(host);
        return connector;
    }

    /** First, so that the gate stands before the valve that believes forwarding headers. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** The plain port in use, also where the settings left the choice to the machine. */
    public int number() {
        return plain.orElseThrow().getLocalPort();
    }

    /** The port with TLS in use. */
    public int tlsNumber() {
        return secure.orElseThrow().getLocalPort();
    }
}
