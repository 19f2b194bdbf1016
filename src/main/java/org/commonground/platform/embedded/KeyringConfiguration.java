package org.commonground.platform.embedded;

import java.nio.file.Path;
import org.commonground.platform.CannotStart;
import org.commonground.platform.persistence.DatabaseCondition;
import org.commonground.platform.personal.KeyringAtStart;
import org.commonground.platform.personal.KeyringFile;
import org.commonground.platform.personal.LiveKeyring;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Where the installation's keys are: the file that {@code commonground.keys-file} names, and with the embedded database,
 * where none is named, one that is made up at the first start and kept beside it.
 */
@Configuration(proxyBeanMethods = false)
class KeyringConfiguration {

    @Bean
    KeyringFile keyringFile(
            @Value("${commonground.keys-file:}") String named,
            ObjectProvider<DataDirectory> data,
            Environment settings) {
        if (!named.isBlank()) {
            return new KeyringFile(Path.of(named));
        }
        if (DatabaseCondition.named(settings)) {
            throw new CannotStart(
                    "The database's keys are not named: say in COMMONGROUND_KEYS_FILE which file they are in.");
        }
        return data.getObject().keys();
    }

    @Bean
    LiveKeyring keyring(KeyringFile file, @Value("${commonground.keys-file:}") String named, KeyringAtStart start) {
        return start.open(file, named.isBlank());
    }
}
