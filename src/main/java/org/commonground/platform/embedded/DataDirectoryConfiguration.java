package org.commonground.platform.embedded;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The data directory, made on disk only when something embedded asks for it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbeddedSettings.class)
class DataDirectoryConfiguration {

    @Bean
    @Lazy
    DataDirectory dataDirectory(EmbeddedSettings settings) {
        return new DataDirectory(settings.dataDir());
    }
}
