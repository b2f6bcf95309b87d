package jp.fudamori.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** Talks to a running server over HTTP like any other program, with the id and password of one account or of nobody. */
public final class WebClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final String address;
    private final String authorization;

    private WebClient(HttpClient http, String address, String authorization) {
        this.http = http;
        this.address = address;
        this.authorization = authorization;
    }

    static WebClient anonymous(String address) {
        return new WebClient(HttpClient.newHttpClient(), address, "");
    }

    /** Whoever the certificate says that this client shows. */
    static WebClient withCertificate(SSLContext tls, String address) {
        return new WebClient(HttpClient.newBuilder().sslContext(tls).build(), address, "");
    }

    static WebClient as(DemoAccount account, String address) {
        var credentials = (account.id() + ":" + account.password()).getBytes(StandardCharsets.UTF_8);
        return new WebClient(
                HttpClient.newHttpClient(),
                address,
                "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    public JsonNode get(String path) {
        return json(getBytes(path));
    }

    public byte[] getBytes(String path) {
        return expectSuccess(send(request(path).GET()));
    }

    int statusOf(String path) {
        return send(request(path).GET()).statusCode();
    }

    public JsonNode post(String path, Map<String, ?> body) {
        try {
            var content = BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
            return json(expectSuccess(send(
                    request(path).header("Content-Type", "application/json").POST(content))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a file of comma-separated values, in UTF-8. */
    public JsonNode postCsv(String path, String csv) {
        return json(expectSuccess(
                send(request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)))));
    }

    /** Sends what a page with these fields would send. */
    byte[] postForm(String path, Map<String, String> fields) {
        var content = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return expectSuccess(send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(content))));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] expectSuccess(HttpResponse<byte[]> response) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException("%s %s: %d %s"
                    .formatted(
                            response.request().method(),
                            response.uri().getPath(),
                            response.statusCode(),
                            new String(response.body(), StandardCharsets.UTF_8)));
        }
        return response.body();
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
