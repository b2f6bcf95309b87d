package jp.fudamori.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import jp.fudamori.Client;

/** The demo accounts at the public interfaces of a running server. */
public final class DemoClients {

    private static final Pattern TICKET = Pattern.compile("name=\"_ticket\" value=\"([^\"]+)\"");

    private final DevelopmentUrls urls;
    private final DemoAccounts accounts;
    private final DevelopmentTls tls;

    DemoClients(DevelopmentUrls urls, DemoAccounts accounts, DevelopmentTls tls) {
        this.urls = urls;
        this.accounts = accounts;
        this.tls = tls;
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

    /** Lets an administrator open the account of somebody who is not among the people of the first day. */
    void open(String account) {
        var opened = accounts.find(account);
        web("admin")
                .post(
                        "/api/accounts",
                        Map.of(
                                "id", opened.id(),
                                "name", opened.name(),
                                "mail", opened.id() + "@example.jp",
                                "roles", opened.groups(),
                                "institution", String.valueOf(opened.institution()),
                                "password", opened.password(),
                                "mustChangePassword", false));
    }

    /** Code of ten digits. */
    String institution(String account) {
        return String.valueOf(accounts.find(account).institution());
    }

    /** Types what the letter says into the download page and returns the PKCS#12. */
    public byte[] download(PrintedSecrets secrets) {
        return WebClient.anonymous(urls.download())
                .postForm(
                        "",
                        Map.of("referenceId", secrets.referenceId(), "authorizationCode", secrets.authorizationCode()));
    }

    /** Shows the certificate of that PKCS#12 at the terminal, and returns the renewed PKCS#12. */
    byte[] fetchRenewed(byte[] pkcs12, String password, String chosen) {
        var terminal = WebClient.withCertificate(tls.terminal(pkcs12, password), urls.renewal());
        return fetch(terminal, terminal.getBytes(""), chosen);
    }

    /** Proves with the account and what the letter says which terminal it is, and returns its renewed PKCS#12. */
    public byte[] fetchRenewed(String account, PrintedSecrets letter, String chosen) {
        return fetch(renewal(), logIn(account, letter), chosen);
    }

    /** The page that somebody without a certificate sees who has the account and the terminal's letter. */
    byte[] logIn(String account, PrintedSecrets letter) {
        return renewal()
                .postForm(
                        "/login",
                        Map.of(
                                "login", account,
                                "password", accounts.find(account).password(),
                                "referenceId", letter.referenceId(),
                                "authorizationCode", letter.authorizationCode()));
    }

    private WebClient renewal() {
        return WebClient.anonymous(
                URI.create(urls.download()).resolve("/renewal").toString());
    }

    private static byte[] fetch(WebClient terminal, byte[] page, String chosen) {
        return terminal.postForm("/file", Map.of("_ticket", ticket(page), "password", chosen, "repeated", chosen));
    }

    private static String ticket(byte[] page) {
        var ticket = TICKET.matcher(new String(page, UTF_8));
        if (!ticket.find()) {
            throw new IllegalStateException("更新の画面に手続きの控えがありません。");
        }
        return ticket.group(1);
    }
}
