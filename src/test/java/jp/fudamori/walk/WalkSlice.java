package jp.fudamori.walk;

import com.zaxxer.hikari.HikariDataSource;
import jp.fudamori.EmbeddedDatabase;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.certificate.RevocationRequestDesk;
import jp.fudamori.fee.FeeSchedule;
import jp.fudamori.institution.CheckDigitRules;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.notice.WithdrawalDesk;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * All domain services without engine and web, on a database of their own that need not survive a crash: fifty thousand
 * steps would wait for the disk as often.
 */
@TestConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(MailSenderAutoConfiguration.class)
@ComponentScan(
        basePackages = {
            "jp.fudamori.account",
            "jp.fudamori.application",
            "jp.fudamori.audit",
            "jp.fudamori.ca",
            "jp.fudamori.calendar",
            "jp.fudamori.callcentre",
            "jp.fudamori.certificate",
            "jp.fudamori.common",
            "jp.fudamori.fee",
            "jp.fudamori.institution",
            "jp.fudamori.notice",
            "jp.fudamori.paper",
            "jp.fudamori.qualification",
            "jp.fudamori.reissue",
            "jp.fudamori.renewal",
            "jp.fudamori.succession"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = TestConfiguration.class))
class WalkSlice {

    @Bean
    FeeSchedule feeSchedule() {
        return (kind, on) -> 1500;
    }

    @Bean
    PreparedDrafts preparedDrafts(RevocationRequestDesk requests, WithdrawalDesk letters) {
        return new PreparedDrafts(requests, letters);
    }

    @Bean
    Clinics clinics(InstitutionRegistry registry, CheckDigitRules checkDigits, AccountDesk accounts) {
        return new Clinics(registry, checkDigits, accounts);
    }

    @Bean
    HikariDataSource dataSource() {
        var database = new HikariDataSource();
        database.setJdbcUrl(
                EmbeddedDatabase.freshUrl()
                        + "&options=-c%20synchronous_commit=off%20-c%20plan_cache_mode=force_generic_plan%20-c%20enable_seqscan=off");
        database.setMaximumPoolSize(3);
        return database;
    }
}
