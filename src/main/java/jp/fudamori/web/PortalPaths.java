package jp.fudamori.web;

import static org.springframework.http.HttpMethod.GET;

import jp.fudamori.web.portal.KeptInput;
import jp.fudamori.web.portal.KeptInputHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;

/** Whose the pages of the portal are. */
@Configuration(proxyBeanMethods = false)
class PortalPaths {

    static final String[] ALL = {
        "/",
        "/menu/**",
        "/certificate-application/**",
        "/qualification-application/**",
        "/application-cancellation/**",
        "/tasks/**",
        "/cases/**",
        "/portal.css"
    };

    @Bean
    @Order(44)
    SecurityFilterChain portalPages(HttpSecurity http, KeptInput kept) throws Exception {
        var basic = new BasicAuthenticationEntryPoint();
        basic.setRealmName("fudamori");
        var handler = new KeptInputHandler(kept, basic, new AccessDeniedHandlerImpl());
        return http.securityMatcher(ALL)
                .authorizeHttpRequests(requests -> requests.requestMatchers(GET, "/", "/portal.css")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(login -> login.authenticationEntryPoint(basic))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(handler).accessDeniedHandler(handler))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(
                        headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(
                                        "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self'; base-uri 'none'")))
                .build();
    }
}
