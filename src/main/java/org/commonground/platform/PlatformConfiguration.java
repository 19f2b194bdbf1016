package org.commonground.platform;

import org.commonground.platform.time.MovableClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }
}
