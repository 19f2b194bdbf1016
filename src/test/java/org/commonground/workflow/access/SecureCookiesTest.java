package org.commonground.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.mock.env.MockEnvironment;

class SecureCookiesTest {

    @ParameterizedTest
    @CsvSource({"https://referrals.example.org, true", "http://localhost:8080, false"})
    void cookies_are_for_https_where_people_come_by_https(String address, boolean secure) {
        SecureCookies cookies =
                new SecureCookies(new MockEnvironment().withProperty("commonground.public-url", address));
        CamundaBpmProperties engine = new CamundaBpmProperties();
        ServerProperties server = new ServerProperties();
        cookies.postProcessAfterInitialization(engine, "engine");
        cookies.postProcessAfterInitialization(server, "server");
        assertThat(engine.getWebapp().getCsrf().isEnableSecureCookie()).isEqualTo(secure);
        assertThat(engine.getWebapp().getSessionCookie().isEnableSecureCookie()).isEqualTo(secure);
        assertThat(Boolean.TRUE.equals(
                        server.getServlet().getSession().getCookie().getSecure()))
                .isEqualTo(secure);
    }
}
