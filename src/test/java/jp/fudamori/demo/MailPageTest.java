package jp.fudamori.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDateTime;
import jp.fudamori.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailPageTest {

    private final DevelopmentPorts ports = DevelopmentPorts.free();
    private final MovableClock clock = MovableClock.standingAt(LocalDateTime.of(2026, 11, 20, 10, 0));

    @TempDir
    private Path folder;

    private DevelopmentMail smtp;
    private MailPage page;

    @BeforeEach
    void start() {
        var mails = MailFolder.at(folder, clock);
        smtp = DevelopmentMail.start(ports.smtp(), mails);
        page = MailPage.start(ports.mailPage(), mails);
    }

    @AfterEach
    void stop() {
        smtp.close();
        page.close();
    }

    @Test
    void showsTheNewestMailFirst() throws Exception {
        send("申請情報受付通知", "受け付けました。");
        clock.standAt(LocalDateTime.of(2026, 11, 24, 9, 0));
        send("発行のお知らせ", "発行しました。");

        var html = get("/").body();

        assertThat(html).containsSubsequence("発行のお知らせ", "2026-11-24 09:00:00", "申請情報受付通知", "受け付けました。");
    }

    @Test
    void showsMarkupAsText() throws Exception {
        send("<script>alert(1)</script>", "<b>太字</b>");

        assertThat(get("/").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;太字&lt;/b&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void showsMailsOfEarlierStarts() throws Exception {
        send("受付", "前回のメール");
        stop();

        start();

        assertThat(get("/").body()).contains("前回のメール");
    }

    @Test
    void listsMailsForScripts() throws Exception {
        send("受付", "本文です。");

        var mail = new ObjectMapper().readTree(get("/mails.json").body()).get(0);

        assertThat(mail.get("to").textValue()).isEqualTo("clinic@example.jp");
        assertThat(mail.get("from").textValue()).isEqualTo("no-reply@fudamori.example.jp");
        assertThat(mail.get("body").textValue()).isEqualToIgnoringNewLines("本文です。");
    }

    @Test
    void knowsNoOtherPage() throws Exception {
        assertThat(get("/secrets").statusCode()).isEqualTo(404);
    }

    private void send(String subject, String text) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(ports.smtp());
        sender.setDefaultEncoding("UTF-8");
        var mail = new SimpleMailMessage();
        mail.setFrom("no-reply@fudamori.example.jp");
        mail.setTo("clinic@example.jp");
        mail.setSubject(subject);
        mail.setText(text);
        sender.send(mail);
    }

    private HttpResponse<String> get(String path) throws Exception {
        var address = URI.create("http://localhost:" + ports.mailPage() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
