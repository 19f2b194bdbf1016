package org.commonground.conversation.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnomedCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"871731000000106", "871711000000103", "871691000000100", "22298006", "138875005"})
    void acceptsCodesWhoseCheckDigitIsRight(String code) {
        assertThat(new SnomedCode(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"871731000000107", "871371000000106", "871711000000106", "12345", "", "87173100000010x"})
    void refusesAllOthers(String code) {
        assertThatThrownBy(() -> new SnomedCode(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCodesWeShipAreRight() {
        assertThat(SnomedCode.isValid("871731000000106")).isTrue();
        assertThat(SnomedCode.isValid(null)).isFalse();
    }
}
