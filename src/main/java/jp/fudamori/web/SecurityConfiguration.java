package jp.fudamori.web;

import static jp.fudamori.account.Role.ADMINISTRATOR;
import static jp.fudamori.account.Role.CALL_CENTRE;
import static jp.fudamori.account.Role.CLINIC;
import static jp.fudamori.account.Role.DISPATCH;
import static jp.fudamori.account.Role.OPERATOR;
import static jp.fudamori.account.Role.REVIEWER;
import static jp.fudamori.account.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import java.util.stream.Stream;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.Role;
import jp.fudamori.process.EngineUsers;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Which URL is whose. What no chain names does not exist. Orders below 10 are free for connectors of their own, such as
 * the download port.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    private final Problems problems;

    SecurityConfiguration(Problems problems) {
        this.problems = problems;
    }

    /** Paths from the root of the server, whichever of the engine's servlets or ours answers them. */
    @Bean
    static PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** No timing of each filter of each request: nobody looks at it, and it costs more than the filters. */
    @Bean
    static SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Port 9090: the world's probes may ask whether we live, the rest is for who runs the server. */
    @Bean
    @Order(10)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return basic(http.securityMatcher(EndpointRequest.toAnyEndpoint()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to("health", "info"))
                        .permitAll()
                        .anyRequest()
                        .hasAnyAuthority(names(OPERATOR, ADMINISTRATOR)))
                .build();
    }

    /** The engine's own interface; what a user may do there is for the engine's authorizations to say. */
    @Bean
    @Order(20)
    SecurityFilterChain engineRest(HttpSecurity http, EngineUsers users) throws Exception {
        return basic(http.securityMatcher("/engine-rest/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(CrossSite::isChange)
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(new EngineLogin(users), AuthorizationFilter.class)
                .build();
    }

    /**
     * Tasklist, Cockpit, Admin, Welcome: they bring their own log-in, CSRF protection and headers. Their first-run
     * set-up would make anybody an administrator (CVE-2026-77226); ours is made at start.
     */
    @Bean
    @Order(30)
    SecurityFilterChain webApps(HttpSecurity http) throws Exception {
        return http.securityMatcher("/camunda/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/camunda/api/admin/setup/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(40)
    SecurityFilterChain api(HttpSecurity http, EngineUsers users, AccountDesk desk) throws Exception {
        return basic(http.securityMatcher("/api/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(CrossSite::isChange)
                        .denyAll()
                        .requestMatchers("/api/accounts/**")
                        .hasAnyAuthority(names(ADMINISTRATOR))
                        .requestMatchers(GET, "/api/qualifications/**")
                        .hasAnyAuthority(
                                names(CLINIC, REVIEWER, SUPERVISOR, DISPATCH, CALL_CENTRE, OPERATOR, ADMINISTRATOR))
                        .requestMatchers("/api/institutions/**", "/api/qualifications/**")
                        .hasAnyAuthority(names(OPERATOR))
                        .requestMatchers("/api/calendar/**", "/api/deadlines/**")
                        .hasAnyAuthority(names(OPERATOR))
                        .requestMatchers("/api/letters/**")
                        .hasAnyAuthority(names(DISPATCH))
                        .requestMatchers(POST, "/api/fees/**")
                        .hasAnyAuthority(names(SUPERVISOR))
                        .requestMatchers(GET, "/api/fees/**")
                        .hasAnyAuthority(names(SUPERVISOR, OPERATOR))
                        .requestMatchers("/api/fees/**")
                        .denyAll()
                        .requestMatchers("/api/applications/**")
                        .hasAnyAuthority(
                                names(CLINIC, REVIEWER, SUPERVISOR, DISPATCH, CALL_CENTRE, OPERATOR, ADMINISTRATOR))
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new WebAppLogin(users, desk), AnonymousAuthenticationFilter.class)
                .build();
    }

    /** What everybody may read; everything else is not there. */
    @Bean
    @Order(50)
    SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(GET, "/", "/error", "/pki/**", "/v3/api-docs/**")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(problems::notFound).accessDeniedHandler(problems::notFound))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Basic without a session: nothing to fixate, nothing for another site to ride on but what CrossSite stops. */
    private HttpSecurity basic(HttpSecurity http) throws Exception {
        return http.httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    private static String[] names(Role... roles) {
        return Stream.of(roles).map(Role::name).toArray(String[]::new);
    }
}
