package org.commonground.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.commonground.platform.Signature.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in a column is who it was. */
class SignatureTest {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_kind_is_read_as_it_was_written(Kind kind) {
        Signature signature = kind == Kind.SYSTEM ? Signature.SYSTEM : new Signature(kind, UUID.randomUUID());
        assertThat(Signature.of(signature.text())).isEqualTo(signature);
        assertThat(signature.text()).startsWith(kind.name().toLowerCase());
        assertThatThrownBy(() -> new Signature(kind, kind == Kind.SYSTEM ? UUID.randomUUID() : null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
