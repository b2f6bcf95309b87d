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
import jp.fudamori.account.Role;
import jp.fudamori.process.EngineUsers;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Which URL is whose. What no chain names does not exist. Orders below 10 are free for connectors of their own, such as
 * the download port.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(BasicNetworks.class)
class SecurityConfiguration {

    private final Problems problems;
    private final BasicLogin basicLogin;

    SecurityConfiguration(Problems problems, BasicLogin basicLogin) {
        this.problems = problems;
        this.basicLogin = basicLogin;
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
     * Tasklist, Cockpit, Admin, Welcome: whoever has logged in to the portal is logged in there, and nobody else. Their
     * own log-in would ask for no second factor; their first-run set-up would make anybody an administrator
     * (CVE-2026-77226), ours is made at start. CSRF protection and headers are their own.
     */
    @Bean
    @Order(30)
    SecurityFilterChain webApps(HttpSecurity http, EngineUsers users, PortalPages pages) throws Exception {
        pages.shareLogIn(http.securityMatcher("/camunda/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/camunda/api/admin/setup/**", "/camunda/api/admin/auth/user/*/login/**")
                        .denyAll()
                        .anyRequest()
                        .hasAnyAuthority(names(Role.values())))
                .logout(logout -> logout.logoutRequestMatcher(PortalPages::isWebAppLogout)
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .addFilterAfter(new WebAppLogin(users), AuthorizationFilter.class);
        return http.build();
    }

    @Bean
    @Order(40)
    SecurityFilterChain api(HttpSecurity http, SessionLogins sessions) throws Exception {
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
                        .requestMatchers("/api/calendar/**", "/api/deadlines/**", "/api/renewal-campaign/**")
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
                .addFilterBefore(new SessionReading(sessions), AnonymousAuthenticationFilter.class)
                .build();
    }

    /** The pages for people: some for everybody, most for who has logged in; everything else is not there. */
    @Bean
    @Order(50)
    SecurityFilterChain portal(HttpSecurity http, PortalPages pages, LogInPages logIn) throws Exception {
        pages.shareLogIn(http)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(PortalPages.FOR_EVERYBODY)
                                .permitAll()
                                .requestMatchers(GET, PortalPages.TO_READ)
                                .permitAll()
                                .requestMatchers(PortalPages.STEPS_OF_LOG_IN)
                                .hasAuthority(PasswordShown.AUTHORITY)
                                .requestMatchers(PortalPages.FOR_LOGGED_IN)
                                .hasAnyAuthority(names(Role.values()))
                                .anyRequest()
                                .denyAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src"
                                        + " 'self'; connect-src 'self'; object-src 'none'; frame-src 'self';"
                                        + " frame-ancestors 'none'; form-action 'self'; base-uri 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new BodyLimit(), CsrfFilter.class);
        return logIn.on(http).build();
    }

    /** Basic without a session: nothing to fixate, nothing for another site to ride on but what CrossSite stops. */
    private HttpSecurity basic(HttpSecurity http) throws Exception {
        return http.authenticationProvider(basicLogin)
                .httpBasic(basic ->
                        basic.authenticationEntryPoint(problems).authenticationDetailsSource(BasicLogin.Caller::new))
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
