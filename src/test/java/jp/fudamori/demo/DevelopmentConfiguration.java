package jp.fudamori.demo;

import java.nio.file.Path;
import java.time.Clock;
import jp.fudamori.MovableClock;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.institution.InstitutionRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** What stands around a development server: database, mail, people and institutions. */
@TestConfiguration(proxyBeanMethods = false)
class DevelopmentConfiguration {

    @Bean
    DevelopmentFolders developmentFolders(@Value("${fudamori.development.home}") Path root) {
        return new DevelopmentFolders(root);
    }

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

    @Bean
    DemoAccounts demoAccounts(DevelopmentFolders folders) {
        return new DemoAccounts(DevelopmentSecrets.keptIn(folders));
    }

    @Bean
    DemoData demoData(DemoAccounts accounts, AccountDesk accountDesk, InstitutionRegistry registry) {
        return new DemoData(accounts, accountDesk, registry);
    }

    /** The journey lets days pass. */
    @Bean
    @Primary
    @Profile("journey")
    MovableClock movableClock() {
        return MovableClock.running();
    }
}
