package jp.fudamori.demo;

import java.time.Clock;
import jp.fudamori.MovableClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** What stands around a development server: database and mail, besides its people. */
@TestConfiguration(proxyBeanMethods = false)
@Import(DemoPeople.class)
class DevelopmentConfiguration {

    @Bean
    DevelopmentDatabase developmentDatabase(
            DevelopmentFolders folders, @Value("${spring.datasource.password}") String password) {
        return DevelopmentDatabase.start(folders, password);
    }

    @Bean
    MailFolder mailFolder(DevelopmentFolders folders, Clock clock) {
        return MailFolder.at(folders.mail(), clock);
    }

    @Bean
    DevelopmentMail developmentMail(@Value("${spring.mail.port}") int port, MailFolder folder) {
        return DevelopmentMail.start(port, folder);
    }

    @Bean
    MailPage mailPage(@Value("${fudamori.development.mail-page-port}") int port, MailFolder folder) {
        return MailPage.start(port, folder);
    }

    /** The journey lets days pass. */
    @Bean
    @Primary
    @Profile("journey")
    MovableClock movableClock() {
        return MovableClock.running();
    }
}
