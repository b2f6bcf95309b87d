package jp.fudamori.web;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.fudamori.Client;
import jp.fudamori.Participants;
import jp.fudamori.Person;

/** Somebody at the pages of the portal: reads them, and sends their forms with the token that stands in them. */
public final class PageClient {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Client client;

    private PageClient(Client client) {
        this.client = client;
    }

    /** The one place that knows how somebody logs in. */
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
        var token = TOKEN.matcher(client.getPage(page).body());
        if (!token.find()) {
            throw new AssertionError("no form at " + page);
        }
        var all = new HashMap<>(values);
        all.put("_csrf", token.group(1));
        return client.post(address, encoded(all), FORM);
    }

    /** Sends a form without a token, as another site would. */
    public HttpResponse<String> forge(String address, Map<String, String> values) {
        return client.post(address, encoded(values), FORM);
    }

    private static String encoded(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
