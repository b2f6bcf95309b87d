package jp.fudamori.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Which pages of information everybody may read; the others are for those who have logged in. */
class InformationPaths {

    static final String[] ALL = {
        "/announcements/**",
        "/articles/**",
        "/documents/**",
        "/status/**",
        "/certificates/**",
        "/calendar/**",
        "/information.css"
    };
    static final String[] PUBLIC = {
        "/announcements",
        "/announcements/{number:\\d+}",
        "/articles/*",
        "/documents/*",
        "/status/lookup",
        "/calendar/*",
        "/information.css"
    };

    @Order(45)
    SecurityFilterChain informationPages(HttpSecurity http) throws Exception {
        return http.securityMatcher(ALL)
                .authorizeHttpRequests(requests -> requests.requestMatchers(GET, PUBLIC)
                        .permitAll()
                        .requestMatchers(POST, "/status/lookup")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(Customizer.withDefaults())
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(
                        headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(
                                        "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self'; base-uri 'none'")))
                .build();
    }
}
