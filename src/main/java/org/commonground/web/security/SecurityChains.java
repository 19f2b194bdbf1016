package org.commonground.web.security;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.commonground.account.Accounts;
import org.commonground.workflow.access.EngineDoor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * One chain of filters per door. The first whose paths match decides alone.
 *
 * <ol>
 *   <li>the management port: health and metrics, for the operator's network;
 *   <li>{@code /api}: practices, with ODS code and key, no session;
 *   <li>the API's documentation: practices with their key, and whoever is signed in;
 *   <li>{@code /camunda}: whoever is signed in, behind the wall;
 *   <li>everything else: whoever is signed in, except what the sign-in page itself needs; a practice's people have the
 *       pages below {@code /practice} and no others.
 * </ol>
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class SecurityChains {

    static final String SIGN_IN = "/sign-in";

    /** Scripts, styles and pictures are our own files; nobody may frame a page of ours. */
    private static final String OUR_PAGES = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** Swagger's pages set styles from scripts. */
    private static final String DOCUMENTATION = OUR_PAGES + "; style-src 'self' 'unsafe-inline'";

    @Bean
    @Order(1)
    @ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
    SecurityFilterChain managementPort(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                EndpointRequest.to("health", "info", "metrics", "prometheus"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain practiceApi(HttpSecurity http, PracticeSignIn practices, ApiProblems problems)
            throws Exception {
        return http.securityMatcher(DecodedPath.of("/api/**"))
                .authenticationManager(new ProviderManager(practices))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .hasRole("PRACTICE"))
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                // a browser sends no such credentials by itself, so there is nothing to forge
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain apiDocumentation(
            HttpSecurity http, PracticeSignIn practices, Accounts accounts, ApiProblems problems) throws Exception {
        return http.securityMatcher(
                        DecodedPath.of("/api-docs/**", "/api-docs.yaml", "/swagger-ui/**", "/swagger-ui.html"))
                .authenticationManager(new ProviderManager(practices))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .addFilterAfter(new FreshActor(accounts), SecurityContextHolderFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(SIGN_IN)))
                .requestCache(cache -> cache.requestCache(PagesOnly.cache()))
                .headers(headers -> headers(headers, DOCUMENTATION))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain engineWebapps(HttpSecurity http, Accounts accounts, EngineDoor door, SignOut signOut)
            throws Exception {
        http.securityMatcher(DecodedPath.of("/camunda/**"))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(DecodedPath.of("/camunda/app/admin/**", "/camunda/app/welcome/**"))
                        .hasRole("ADMINISTRATOR")
                        .requestMatchers(DecodedPath.of("/camunda/app/cockpit/**"))
                        .hasAnyRole("MANAGER", "ADMINISTRATOR")
                        // from where somebody goes on to their work
                        .requestMatchers(DecodedPath.of("/camunda", "/camunda/", "/camunda/app", "/camunda/app/"))
                        .authenticated()
                        .anyRequest()
                        .access(OurPeople.only()))
                .addFilterAfter(new FreshActor(accounts), SecurityContextHolderFilter.class)
                .addFilterAfter(new OwnPasswordFirst(), AuthorizationFilter.class)
                .addFilterAfter(new EngineSignOut(signOut), AuthorizationFilter.class)
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                new ScriptRefusal(), ScriptRefusal.SCRIPTS)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(SIGN_IN), request -> true))
                .csrf(OurCsrfToken::giveOnly)
                .requestCache(cache -> cache.requestCache(PagesOnly.cache()))
                // the content security policy here is the engine's own, which knows its pages
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)));
        door.filters().forEach(filter -> http.addFilterAfter(filter, EngineSignOut.class));
        return http.build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain pages(
            HttpSecurity http,
            Accounts accounts,
            AccountSignIn signIn,
            SignOut signOut,
            @Value("${commonground.demo}") boolean demo)
            throws Exception {
        return http.authenticationManager(new ProviderManager(List.of(signIn)))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(DecodedPath.of(SIGN_IN, "/assets/**", "/favicon.ico"))
                                .permitAll()
                                .requestMatchers(DecodedPath.of("/mails/**"))
                                .access(MailReaders.where(demo))
                                .requestMatchers(DecodedPath.of("/setup/**"))
                                .hasRole("ADMINISTRATOR")
                                .requestMatchers(DecodedPath.of("/practice/**"))
                                .hasRole("PRACTICE_STAFF")
                                .requestMatchers(DecodedPath.of("/", "/account", "/password", "/sign-out", "/error"))
                                .authenticated()
                                .anyRequest()
                                .access(OurPeople.only()))
                .addFilterAfter(new FreshActor(accounts), SecurityContextHolderFilter.class)
                .addFilterAfter(new OwnPasswordFirst(), AuthorizationFilter.class)
                .formLogin(
                        form -> form.loginPage(SIGN_IN).defaultSuccessUrl("/").failureHandler(new SignInRefusal()))
                .logout(signOut::configure)
                .csrf(OurCsrfToken::configure)
                .requestCache(cache -> cache.requestCache(PagesOnly.cache()))
                .headers(headers -> headers(headers, OUR_PAGES))
                .sessionManagement(withDefaults())
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, String contentSecurityPolicy) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
    }
}
