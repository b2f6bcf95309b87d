package jp.fudamori.web.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import jp.fudamori.MovableClock;
import jp.fudamori.OpenSsl;
import jp.fudamori.ServerTest;
import jp.fudamori.ca.RevocationLists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class PkiControllerIT {

    @LocalServerPort
    private int port;

    @Autowired
    private RevocationLists lists;

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void publish() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
        lists.generations().forEach(lists::publish);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"root-g1", "issuing-g1", "issuing-g2"})
    void publishesCertificateAndListOfEachGeneration(String issuer) throws Exception {
        var certificate = get("/pki/ca/" + issuer + ".cer");
        var list = get("/pki/crl/" + issuer + ".crl");

        assertThat(certificate.headers().firstValue("Content-Type")).contains("application/pkix-cert");
        assertThat(certificate.headers().firstValue("Cache-Control")).contains("max-age=86400, public");
        assertThat(list.headers().firstValue("Content-Type")).contains("application/pkix-crl");
        assertThat(list.headers().firstValue("Cache-Control")).contains("max-age=300, public");
        assertThat(list.headers().firstValue("ETag")).isPresent();
        var openSsl = new OpenSsl().with("ca.cer", certificate.body()).with("list.crl", list.body());
        openSsl.run("x509", "-inform", "DER", "-in", "ca.cer", "-out", "ca.pem");
        assertThat(openSsl.run("crl", "-inform", "DER", "-in", "list.crl", "-noout", "-CAfile", "ca.pem"))
                .contains("verify OK");
    }

    @Test
    void publishesTheListThatACertificateNamesAndAnswers304ToWhoHasIt() throws Exception {
        var list = get("/pki/crl/issuing-g1/63.crl");

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.headers().firstValue("Content-Length")).contains(String.valueOf(list.body().length));
        assertThat(list.headers().firstValue("Last-Modified")).isPresent();
        var again = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/pki/crl/issuing-g1/63.crl"))
                .header("If-None-Match", list.headers().firstValue("ETag").orElseThrow())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(again, BodyHandlers.ofByteArray())
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void publishesThePracticeStatementThatCertificatesName() throws Exception {
        var statement = get("/pki/cps.pdf");

        assertThat(statement.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(new String(statement.body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pki/ca/issuing-g9.cer",
                "/pki/crl/issuing-g1/64.crl",
                "/pki/crl/issuing-g1/-1.crl",
                "/pki/crl/root-g1/0.crl",
                "/pki/crl/issuing-g9.crl",
                "/pki/ca/issuing-g1",
                "/pki/ca/..%2fca.cer",
                "/pki/ca/ISSUING-G1.cer",
                "/pki/crl/ca.p12",
                "/pki/"
            })
    void knowsNothingElse(String path) throws Exception {
        assertThat(get(path).statusCode()).isIn(400, 404);
    }
}
