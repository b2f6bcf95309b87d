package jp.fudamori.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * TLS on a second download port, which asks terminals for their certificate.
 *
 * @param bundle name of Spring's SSL bundle with the key and chain of this server; empty where somebody else ends TLS,
 *     and then no terminal can renew with its certificate
 * @param port own connector; 0 takes a free one
 */
@ConfigurationProperties("fudamori.download.tls")
record DownloadTls(
        @DefaultValue("") String bundle,
        @DefaultValue("8490") int port) {

    boolean isOn() {
        return !bundle.isEmpty();
    }
}
