package jp.fudamori.ca;

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
    Issuers issuers(AuthoritySettings settings) {
        var password = settings.keystorePassword().toCharArray();
        return Issuers.in(KeystoreFile.read(settings.keystore(), password), password, settings.issuing());
    }
}
