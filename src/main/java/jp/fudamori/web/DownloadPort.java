package jp.fudamori.web;

import org.apache.catalina.connector.Connector;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Opens the download port beside the public one. */
@Component
public class DownloadPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private static final int LARGEST_FORM_BYTES = 4096;

    private final Connector connector = new Connector();
    private final DownloadSettings settings;

    DownloadPort(DownloadSettings settings) {
        this.settings = settings;
        connector.setPort(settings.port());
        connector.setMaxPostSize(LARGEST_FORM_BYTES);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addAdditionalTomcatConnectors(connector);
        factory.addEngineValves(new DownloadGate(connector, settings));
    }

    /** First, so that the gate stands before the valve that believes forwarding headers. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** The port in use, also where the settings left the choice to the machine. */
    public int number() {
        return connector.getLocalPort();
    }
}
