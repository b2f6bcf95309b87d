package jp.fudamori.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Executors;
import jp.fudamori.ca.SigningAuthority;

/** PKCS#10 in, certificate out, over HTTP: for the bench alone, production certifies approved applications only. */
final class SigningServer {

    private static final int THREADS = 8;

    private SigningServer() {}

    /** Takes keystore, address of an empty database, and the file for the port it listens on. */
    public static void main(String[] arguments) throws IOException {
        Logs.quiet();
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else every answer waits for an acknowledgement
        var authority = new SigningAuthority(Path.of(arguments[0]), arguments[1]);
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext("/sign", exchange -> answer(exchange, authority));
        server.start();
        var draft = Files.writeString(
                Path.of(arguments[2] + ".draft"),
                String.valueOf(server.getAddress().getPort()));
        Files.move(draft, Path.of(arguments[2]), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void answer(HttpExchange exchange, SigningAuthority authority) throws IOException {
        try (exchange) {
            var certificate = authority.issue(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, certificate.length);
            exchange.getResponseBody().write(certificate);
        } catch (RuntimeException e) {
            e.printStackTrace();
            exchange.sendResponseHeaders(500, -1);
        }
    }
}
