package jp.fudamori.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * From where a password alone is enough for an account that has, or needs, a second factor.
 *
 * @param basicNetworks each {@code 10.0.0.0/8}, {@code fd00::/8} or one address
 */
@ConfigurationProperties("fudamori.account")
record BasicNetworks(@DefaultValue({"127.0.0.0/8", "::1"}) List<String> basicNetworks) {

    /** Fails at start, not at the first call, if a network is misspelt. */
    BasicNetworks {
        basicNetworks = List.copyOf(basicNetworks);
        basicNetworks.forEach(IpAddressMatcher::new);
    }

    /**
     * Both who holds the other end of the connection and whom it forwards for must be there: a proxy on this machine
     * does not make its callers ours, and a caller's own header does not either.
     */
    boolean include(BasicLogin.Caller caller) {
        return include(caller.getRemoteAddress()) && include(caller.peer());
    }

    private boolean include(String address) {
        return basicNetworks.stream().map(IpAddressMatcher::new).anyMatch(network -> network.matches(address));
    }
}
