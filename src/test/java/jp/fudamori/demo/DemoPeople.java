package jp.fudamori.demo;

import java.nio.file.Path;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.institution.InstitutionRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Synthetic institutions, and accounts to try whose passwords lie in the folder of the server. */
@TestConfiguration(proxyBeanMethods = false)
class DemoPeople {

    @Bean
    DevelopmentFolders developmentFolders(@Value("${fudamori.development.home}") Path root) {
        return new DevelopmentFolders(root);
    }

    @Bean
    DemoAccounts demoAccounts(DevelopmentFolders folders) {
        return new DemoAccounts(DevelopmentSecrets.keptIn(folders));
    }

    @Bean
    DemoData demoData(DemoAccounts accounts, AccountDesk accountDesk, InstitutionRegistry registry) {
        return new DemoData(accounts, accountDesk, registry);
    }
}
