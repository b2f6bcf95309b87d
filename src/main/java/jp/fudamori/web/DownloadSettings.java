package jp.fudamori.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * The port on which clinics fetch certificates.
 *
 * @param port own connector; 0 takes a free one, -1 opens none
 * @param networks who may call it, each {@code 10.0.0.0/8}, {@code fd00::/8} or one address; nobody else is answered
 */
@ConfigurationProperties("fudamori.download")
record DownloadSettings(
        @DefaultValue("8090") int port,
        @DefaultValue({"127.0.0.0/8", "::1"}) List<String> networks) {

    /** Fails at start, not at the first call, if a network is misspelt. */
    DownloadSettings {
        networks = List.copyOf(networks);
        networks.forEach(IpAddressMatcher::new);
    }

    boolean allow(String address) {
        return networks.stream().map(IpAddressMatcher::new).anyMatch(network -> network.matches(address));
    }
}
