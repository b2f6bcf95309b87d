package jp.fudamori.ca;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuthoritySettings.class)
class AuthorityConfiguration {

    @Bean
    Profile certificateProfile(AuthoritySettings settings) {
        return new Profile(settings.profile());
    }

    @Bean
    Issuers issuers(AuthoritySettings settings, Clock clock) {
        return new Issuers(new Generations(settings.vault()), Schedule.parse(settings.issuing()), clock);
    }
}
