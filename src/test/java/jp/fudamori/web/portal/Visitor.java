package jp.fudamori.web.portal;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.fudamori.Client;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import org.springframework.web.util.HtmlUtils;

/** Somebody with a browser without script: follows redirects, sends forms with what the page put into them. */
final class Visitor {

    private static final Pattern INPUT = Pattern.compile("<input [^>]*type=\"hidden\"[^>]*>");
    private static final int MOST_REDIRECTS = 5;

    private final Client client;

    private Visitor(Client client) {
        this.client = client;
    }

    /** The one place that knows how a clinic logs in. */
    static Visitor loggedIn(Person person, int port) {
        return new Visitor(Client.portal(port, person.account().mail(), Participants.PASSWORD));
    }

    static Visitor stranger(int port) {
        return new Visitor(Client.anonymous(port));
    }

    Page open(String path) {
        return follow(path, client.get(path));
    }

    /** Sends the form of the page. */
    Page send(Page page, Map<String, String> typed) {
        return follow(page.action(), post(page, typed));
    }

    /** Sends the form of the page and stays with the first answer. */
    HttpResponse<String> post(Page page, Map<String, String> typed) {
        var fields = new LinkedHashMap<>(page.hidden());
        fields.putAll(typed);
        return client.send(client.request(page.action())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Page follow(String path, HttpResponse<String> first) {
        var answer = first;
        var at = path;
        for (int redirects = 0; answer.statusCode() / 100 == 3; redirects++) {
            if (redirects == MOST_REDIRECTS) {
                throw new AssertionError("goes in circles at " + at);
            }
            at = answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
            answer = client.get(at);
        }
        return new Page(at, answer.statusCode(), answer.body());
    }

    /** @param path where the browser is after all redirects */
    record Page(String path, int status, String html) {

        String title() {
            return group("<h1[^>]*>(.*?)</h1>")
                    .replaceAll("(?s)<span class=\"caption\">.*?</span>(?=<span>|[^<])", "")
                    .replaceAll("<[^>]+>", "")
                    .strip();
        }

        /** What can be read, in one line. */
        String text() {
            return HtmlUtils.htmlUnescape(
                            html.replaceAll("(?s)<head>.*?</head>", "").replaceAll("<[^>]+>", " "))
                    .replaceAll("\\s+", " ");
        }

        /** The page without what differs each time that it is shown. */
        String withoutTokens() {
            return html.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
        }

        String taskId() {
            return path.replaceAll(".*/([0-9a-f-]{36}).*", "$1");
        }

        private String form() {
            return group("<form id=\"form\"(.*?)</form>");
        }

        String action() {
            var action = Pattern.compile("action=\"([^\"]+)\"").matcher(form());
            if (!action.find()) {
                throw new AssertionError("no form on " + path + ": " + text());
            }
            return action.group(1);
        }

        Map<String, String> hidden() {
            return INPUT.matcher(form())
                    .results()
                    .map(input -> input.group())
                    .collect(Collectors.toMap(input -> attribute(input, "name"), input -> attribute(input, "value")));
        }

        private static String attribute(String tag, String name) {
            var found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
            return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
        }

        private String group(String regex) {
            var found = Pattern.compile(regex, Pattern.DOTALL).matcher(html);
            return found.find() ? found.group(1) : "";
        }
    }
}
