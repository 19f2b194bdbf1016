package org.commonground.platform.management;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Health and metrics for the operator's network, on a port of their own, and nothing else there. */
@CommonGroundTest
class ManagementPortTest {

    @LocalManagementPort
    int port;

    @Autowired
    TestRestTemplate http;

    @ParameterizedTest
    @ValueSource(strings = {"health", "health/liveness", "health/readiness"})
    void saysHowItIsAndNoMore(String path) {
        ResponseEntity<String> answer = management(path);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody()).contains("\"status\":\"UP\"").doesNotContain("components", "PostgreSQL");
    }

    @Test
    void showsMetricsOfThePool() {
        assertThat(management("prometheus").getBody())
                .contains("hikaricp_connections_active", "hikaricp_connections_pending", "jvm_memory_used_bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env",
                "beans",
                "configprops",
                "heapdump",
                "threaddump",
                "loggers",
                "mappings",
                "shutdown",
                "metrics"
            })
    void hasNothingElse(String path) {
        assertThat(management(path).getStatusCode().is4xxClientError()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"health", "prometheus"})
    void isNotOnThePortThatPeopleUse(String path) {
        ResponseEntity<String> answer = http.getForEntity("/actuator/" + path, String.class);

        assertThat(answer.getBody() == null ? "" : answer.getBody()).doesNotContain("\"UP\"", "hikaricp");
    }

    private ResponseEntity<String> management(String path) {
        return http.getForEntity("http://localhost:" + port + "/actuator/" + path, String.class);
    }
}
