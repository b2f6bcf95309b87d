package jp.fudamori.demo;

import java.net.URI;
import java.util.Map;
import jp.fudamori.Client;

/** The demo accounts at the public interfaces of a running server. */
public final class DemoClients {

    private final DevelopmentUrls urls;
    private final DemoAccounts accounts;

    DemoClients(DevelopmentUrls urls, DemoAccounts accounts) {
        this.urls = urls;
        this.accounts = accounts;
    }

    /** {@code /engine-rest} as that account sees it. */
    public WebClient engine(String account) {
        return WebClient.as(accounts.find(account), urls.engineRest());
    }

    /** The portal as that account sees it. */
    public WebClient web(String account) {
        return WebClient.as(accounts.find(account), urls.web());
    }

    /** A browser in which that account has logged in. */
    public Client browser(String account) {
        return Client.portal(webPort(), account, accounts.find(account).password());
    }

    /** Port of the portal. */
    public int webPort() {
        return URI.create(urls.web()).getPort();
    }

    /** Types what the letter says into the download page and returns the PKCS#12. */
    public byte[] download(PrintedSecrets secrets) {
        return WebClient.anonymous(urls.download())
                .postForm(
                        "",
                        Map.of("referenceId", secrets.referenceId(), "authorizationCode", secrets.authorizationCode()));
    }
}
