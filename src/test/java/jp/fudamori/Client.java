package jp.fudamori;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** Somebody at the server's HTTP ports, with or without a password, keeping cookies like a browser. */
public final class Client {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;
    private final UnaryOperator<HttpRequest.Builder> login;

    private Client(int port, UnaryOperator<HttpRequest.Builder> login) {
        this.base = "http://localhost:" + port;
        this.login = login;
    }

    public static Client anonymous(int port) {
        return new Client(port, request -> request);
    }

    public static Client basic(int port, String id, String password) {
        var credentials = Base64.getEncoder().encodeToString((id + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Client(port, request -> request.header("Authorization", "Basic " + credentials));
    }

    /** Logs in to Tasklist as its log-in page does. */
    public static Client tasklist(int port, String id, String password) {
        var client = anonymous(port);
        client.get("/camunda/app/tasklist/default/");
        var answer = client.post(
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "username=" + id.replace("@", "%40") + "&password=" + password,
                "application/x-www-form-urlencoded");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("no log-in: " + answer.statusCode() + " " + answer.body());
        }
        client.get("/camunda/app/tasklist/default/"); // the new session has a new token against CSRF
        return client;
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
