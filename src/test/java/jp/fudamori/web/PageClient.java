package jp.fudamori.web;

import java.net.http.HttpResponse;
import java.util.Map;
import jp.fudamori.Client;
import jp.fudamori.Participants;
import jp.fudamori.Person;

/** Somebody at the pages of the portal: reads them, and sends their forms with the token that stands in them. */
public final class PageClient {

    private final Client client;

    private PageClient(Client client) {
        this.client = client;
    }

    public static PageClient of(Person person, int port) {
        return new PageClient(Client.portal(port, person.account().mail(), Participants.PASSWORD));
    }

    public static PageClient stranger(int port) {
        return new PageClient(Client.anonymous(port));
    }

    public HttpResponse<String> get(String path) {
        return client.getPage(path);
    }

    /** Sends the form of a page, to the page itself. */
    public HttpResponse<String> send(String page, Map<String, String> values) {
        return send(page, page, values);
    }

    /** Sends a form of a page to another address. */
    public HttpResponse<String> send(String page, String address, Map<String, String> values) {
        return client.submit(page, address, values);
    }

    /** Sends a form with a token made up, as another site would. */
    public HttpResponse<String> forge(String address, Map<String, String> values) {
        return client.postForm(address, values, "");
    }
}
