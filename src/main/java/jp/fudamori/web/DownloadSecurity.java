package jp.fudamori.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What came in through the {@link DownloadGate} is open to everybody there: reference and code are the credentials. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DownloadSettings.class, DownloadTls.class})
class DownloadSecurity {

    /**
     * No token against CSRF: there is no session or login that another site could ride on, each POST brings its own.
     */
    @Bean
    @Order(1)
    SecurityFilterChain download(HttpSecurity http) throws Exception {
        return http.securityMatcher(DownloadGate::passed)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }
}
