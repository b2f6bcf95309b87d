package jp.fudamori.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import jp.fudamori.ScriptedSmtp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Real sockets, and a server that says what the test wants. */
class PostmanTest {

    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "550 5.1.1 <x@clinic.example>: no such user, 550 5.1.1 <x@clinic.example>: no such user, unknown mailbox",
        "553 Requested action not taken, 553 Requested action not taken, without an enhanced code",
        "552 5.2.2 Mailbox full, 552 5.2.2 Mailbox full, somebody has to make room",
        "550-5.1.1 No such|550 5.1.1 user here, 550-5.1.1 No such 550 5.1.1 user here, an answer of two lines",
        "556 5.1.10 Domain accepts no mail, 556 5.1.10 Domain accepts no mail, RFC 7504",
    })
    void anAnswerOf5xxToTheAddressIsForGood(String answer, String told, String because) {
        try (var smtp = ScriptedSmtp.answering(answer)) {
            assertThatExceptionOfType(AddressRefused.class)
                    .as(because)
                    .isThrownBy(() -> postman(smtp.port()).send(mailTo("x@clinic.example"), NOW))
                    .satisfies(refused -> assertThat(refused.answer()).isEqualTo(told));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "450 4.2.1 Mailbox busy",
                "451 4.7.1 Greylisted, try again later",
                "452 4.3.1 Insufficient storage",
                "421 4.3.2 Shutting down",
                "554 5.7.1 Relay access denied",
                "550 5.7.26 Unauthenticated sender",
            })
    void whatTimeOrAnOperatorCanMendIsAFailure(String answer) {
        try (var smtp = ScriptedSmtp.answering(answer)) {
            assertThatExceptionOfType(MailSendException.class)
                    .isThrownBy(() -> postman(smtp.port()).send(mailTo("x@clinic.example"), NOW));
        }
    }

    @Test
    void nobodyThereIsAFailure() {
        assertThatExceptionOfType(MailSendException.class)
                .isThrownBy(() -> postman(1).send(mailTo("x@clinic.example"), NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x@clinic..example", "x y@clinic.example", "@clinic.example", "clinic.example"})
    void noAddressIsRefusedBeforeAnyServerIsAsked(String address) {
        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> postman(1).send(mailTo(address), NOW))
                .withMessage("メールアドレスの形式が正しくありません。");
    }

    @Test
    void anAcceptedMailIsSent() {
        try (var smtp = ScriptedSmtp.answering("250 ok")) {
            assertThatCode(() -> postman(smtp.port()).send(mailTo("x@clinic.example"), NOW))
                    .doesNotThrowAnyException();
        }
    }

    private static Mail mailTo(String recipient) {
        return new Mail(1, recipient, "電子証明書 申請情報受付通知", "本文\n", "<1@fudamori.example>");
    }

    private static Postman postman(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        try {
            return new Postman(sender, new InternetAddress("no-reply@fudamori.example"));
        } catch (AddressException e) {
            throw new AssertionError(e);
        }
    }
}
