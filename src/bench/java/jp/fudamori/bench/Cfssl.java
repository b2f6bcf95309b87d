package jp.fudamori.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import jp.fudamori.OpenSsl;
import jp.fudamori.TestAuthority;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code cfssl serve} as Debian ships it: signs what it gets under a profile, and keeps the certificate in a table. */
final class Cfssl implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/cfssl");

    /** What its migration for PostgreSQL makes, of which signing fills the first. */
    private static final String TABLE = """
            create table certificates (
                serial_number            bytea not null,
                authority_key_identifier bytea not null,
                ca_label                 bytea,
                status                   bytea not null,
                reason                   int,
                expiry                   timestamptz,
                revoked_at               timestamptz,
                pem                      bytea not null,
                primary key (serial_number, authority_key_identifier)
            )
            """;

    private final Process process;
    private final int port;

    private Cfssl(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** @param databaseUrl JDBC address of an empty database */
    static Cfssl start(Path folder, KeyStore keystore, String databaseUrl) throws IOException {
        Files.createDirectories(folder);
        Database.connect(databaseUrl).sql(TABLE).update();
        writeFiles(folder, keystore, databaseUrl);
        var port = freePort();
        var process = new ProcessBuilder(List.of(
                        PROGRAM.toString(),
                        "serve",
                        "-address=127.0.0.1",
                        "-port=" + port,
                        "-ca=ca.pem",
                        "-ca-key=key.pem",
                        "-config=config.json",
                        "-db-config=db.json",
                        "-loglevel=3"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("cfssl.log").toFile())
                .start();
        var cfssl = new Cfssl(process, port);
        cfssl.await(folder);
        return cfssl;
    }

    private static void writeFiles(Path folder, KeyStore keystore, String databaseUrl) throws IOException {
        try {
            var key = keystore.getKey("issuing-g1", TestAuthority.PASSWORD.toCharArray());
            var certificate = keystore.getCertificate("issuing-g1");
            Files.writeString(folder.resolve("key.pem"), OpenSsl.pem("PRIVATE KEY", key.getEncoded()));
            Files.writeString(folder.resolve("ca.pem"), OpenSsl.pem("CERTIFICATE", certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        var address = URI.create(databaseUrl.substring("jdbc:".length()));
        var source = "postgres://postgres@%s:%d%s?sslmode=disable"
                .formatted(address.getHost(), address.getPort(), address.getPath());
        Files.writeString(folder.resolve("db.json"), Json.write(Map.of("driver", "postgres", "data_source", source)));
        Files.writeString(
                folder.resolve("config.json"),
                Json.write(Map.of(
                        "signing",
                        Map.of(
                                "default",
                                Map.of(
                                        "usages",
                                        List.of("digital signature", "client auth"),
                                        "expiry",
                                        "24000h",
                                        "crl_url",
                                        "http://pki.fudamori.example/pki/crl/issuing-g1.crl",
                                        "issuer_urls",
                                        List.of("http://pki.fudamori.example/pki/ca/issuing-g1.cer"))))));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await(Path folder) {
        for (int tries = 0; tries < 200; tries++) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
                return;
            } catch (IOException e) {
                Waiting.millis(50);
            }
        }
        throw new IllegalStateException("cfssl does not start, see " + folder.resolve("cfssl.log"));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/api/v1/cfssl/sign");
    }

    long pid() {
        return process.pid();
    }

    /** Returns how many certificates it keeps. */
    static int kept(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from certificates")
                .query(Integer.class)
                .single();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
