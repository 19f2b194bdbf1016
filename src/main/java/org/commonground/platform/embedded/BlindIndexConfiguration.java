package org.commonground.platform.embedded;

import org.commonground.platform.personal.BlindIndex;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The secret by which people are found: the setting {@code commonground.index-secret}, and with the embedded database,
 * where none is set, one that is made up at the first start and kept in the data directory.
 */
@Configuration(proxyBeanMethods = false)
class BlindIndexConfiguration {

    @Bean
    BlindIndex blindIndex(@Value("${commonground.index-secret:}") String secret, ObjectProvider<DataDirectory> data) {
        return new BlindIndex(secret.isBlank() ? data.getObject().secret("index") : secret);
    }
}
