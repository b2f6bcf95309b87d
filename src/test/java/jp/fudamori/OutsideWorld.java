package jp.fudamori;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.LocalDateTime;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.util.TestSocketUtils;

/** What stands around the server in tests: a clock that can be set and an SMTP server that keeps what it gets. */
@TestConfiguration(proxyBeanMethods = false)
public class OutsideWorld {

    @Bean
    @Primary
    MovableClock movableClock() {
        return MovableClock.standingAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail greenMail() {
        // a port of its own that stays, so that a test can stop the server and start it again
        return new GreenMail(
                new ServerSetup(TestSocketUtils.findAvailableTcpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @Bean
    DynamicPropertyRegistrar smtpAddress(GreenMail greenMail) {
        return registry -> {
            registry.add("spring.mail.host", () -> "127.0.0.1");
            registry.add("spring.mail.port", () -> greenMail.getSmtp().getPort());
        };
    }
}
