package jp.fudamori;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the server's HTTP ports, with or without a password, keeping cookies like a browser. */
public final class Client {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies;
    private final HttpClient http;
    private final String base;
    private final UnaryOperator<HttpRequest.Builder> login;

    private Client(int port, UnaryOperator<HttpRequest.Builder> login) {
        this("http://localhost:" + port, login, new CookieManager());
    }

    private Client(String base, UnaryOperator<HttpRequest.Builder> login, CookieManager cookies) {
        this.base = base;
        this.cookies = cookies;
        this.http = HttpClient.newBuilder().cookieHandler(cookies).build();
        this.login = login;
    }

    public static Client anonymous(int port) {
        return new Client(port, request -> request);
    }

    public static Client basic(int port, String id, String password) {
        var credentials = Base64.getEncoder().encodeToString((id + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Client(port, request -> request.header("Authorization", "Basic " + credentials));
    }

    /** Logs in on the portal's page and goes to Tasklist, which asks for nothing more. */
    public static Client tasklist(int port, String id, String password) {
        var client = portal(port, id, password);
        client.get("/camunda/app/tasklist/default/"); // brings the token against CSRF of the web applications
        return client;
    }

    /** Logs in on the portal's page; another step may be left, such as the second factor. */
    public static Client portal(int port, String login, String password) {
        var client = anonymous(port);
        var answer = client.submit("/login", "/login", Map.of("login", login, "password", password));
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("no log-in: " + answer.statusCode() + " " + answer.body());
        }
        return client;
    }

    /** Opens a page and sends the form in it, with its hidden token against CSRF, to the path. */
    public HttpResponse<String> submit(String page, String path, Map<String, String> fields) {
        return postForm(path, fields, csrf(getPage(page).body()));
    }

    /** Sends what a form with these fields would send. */
    public HttpResponse<String> postForm(String path, Map<String, String> fields, String csrf) {
        var all = new TreeMap<>(fields);
        all.put("_csrf", csrf);
        var body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Opens a page and sends the form in it to the path, with a file in the field {@code file}. */
    public HttpResponse<String> postFile(String page, String path, Map<String, String> fields, byte[] file) {
        var all = new TreeMap<>(fields);
        all.put("_csrf", csrf(getPage(page).body()));
        var before = all.entrySet().stream()
                .map(field -> "--part\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining());
        var head = before + "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n";
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=part")
                .header("Accept", "text/html")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString("\r\n--part--\r\n"))));
    }

    /** The token against CSRF in a page. */
    public static String csrf(String page) {
        var matcher = CSRF.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("no form in the page " + page);
        }
        return matcher.group(1);
    }

    /** Asks as a browser does. */
    public HttpResponse<String> getPage(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    /** The same, with a cookie jar of its own, somewhere else in the world. */
    public Client from(String network) {
        return new Client(base, request -> request.header("X-Forwarded-For", network), new CookieManager());
    }

    /** The same browser at another node of the server: cookies do not care about ports. */
    public Client at(int port) {
        return new Client("http://localhost:" + port, login, cookies);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, String json) {
        return post(path, json, "application/json");
    }

    public HttpResponse<String> post(String path, String body, String contentType) {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    /** @param json empty where the request has no body */
    public HttpResponse<String> call(String method, String path, String json) {
        return send(
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json)));
    }

    /** Deploys one file over {@code /engine-rest}. */
    public HttpResponse<String> deploy(String file, String content) {
        var body = """
                --part\r
                Content-Disposition: form-data; name="deployment-name"\r
                \r
                %s\r
                --part\r
                Content-Disposition: form-data; name="data"; filename="%s"\r
                Content-Type: text/xml\r
                \r
                %s\r
                --part--\r
                """.formatted(file, file, content);
        return post("/engine-rest/deployment/create", body, "multipart/form-data; boundary=part");
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(login.apply(request).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A request with the token against CSRF that the web applications gave us, if they did. */
    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .ifPresent(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        return request;
    }
}
