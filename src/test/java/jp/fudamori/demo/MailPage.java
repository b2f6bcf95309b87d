package jp.fudamori.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Shows the caught mails to people at {@code /} and to scripts at {@code /mails.json}; on this machine only. */
final class MailPage implements AutoCloseable {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="ja">
            <head>
            <meta charset="UTF-8">
            <title>受信メール（札守 開発用サーバー）</title>
            <style>
            body { font-family: sans-serif; max-width: 50em; margin: 2em auto; padding: 0 1em; }
            article { border: 1px solid #999; border-radius: 4px; margin: 1em 0; padding: 0 1em; }
            pre { white-space: pre-wrap; font-family: inherit; }
            h2 { font-size: 1.1em; }
            dt { float: left; clear: left; width: 5em; color: #555; }
            </style>
            </head>
            <body>
            <h1>受信メール</h1>
            <p>開発用サーバーが送ったメールです（新しい順）。外部には送信されません。<a href="/">再読み込み</a></p>
            %s
            </body>
            </html>
            """;

    private static final String MAIL = """
            <article>
            <h2>%s</h2>
            <dl><dt>差出人</dt><dd>%s</dd><dt>宛先</dt><dd>%s</dd><dt>受信日時</dt><dd>%s</dd></dl>
            <pre>%s</pre>
            </article>
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final MailFolder folder;
    private final HttpServer server;

    private MailPage(MailFolder folder, HttpServer server) {
        this.folder = folder;
        this.server = server;
    }

    static MailPage start(int port, MailFolder folder) {
        try {
            var page = new MailPage(
                    folder, HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
            page.serve();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException("メール確認ページのポート %d は使用中です。".formatted(port), e);
        }
    }

    private void serve() {
        server.createContext("/", exchange -> answer(exchange, "/", "text/html", this::html));
        server.createContext(
                "/mails.json", exchange -> answer(exchange, "/mails.json", "application/json", this::mailsAsJson));
        server.start();
    }

    private static void answer(HttpExchange exchange, String path, String type, Supplier<String> content)
            throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(path)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var bytes = content.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type + "; charset=UTF-8");
            exchange.getResponseHeaders()
                    .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String html() {
        var mails = folder.mails().stream().map(MailPage::html).collect(Collectors.joining());
        return PAGE.formatted(mails.isEmpty() ? "<p>まだ届いていません。</p>" : mails);
    }

    private static String html(CaughtMail mail) {
        return MAIL.formatted(
                escape(mail.subject()),
                escape(mail.from()),
                escape(mail.to()),
                escape(mail.receivedAt()),
                escape(mail.body()));
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private String mailsAsJson() {
        try {
            return json.writeValueAsString(folder.mails());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
