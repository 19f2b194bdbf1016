package org.commonground.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalValuesTest {

    private static final SubjectKey KEY = new SubjectKey(new byte[32]);

    /** A new personal type is tested here without anybody remembering to. */
    @TestFactory
    Stream<DynamicTest> no_personal_value_shows_itself() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.commonground")
                        .stream()
                        .filter(type -> type.isAssignableTo(Personal.class) && !type.isInterface())
                        .map(JavaClass::reflect)
                        .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                            Personal value = make(type);
                            assertThat(value.text()).isNotBlank();
                            assertThat(value.toString()).isEqualTo(Personal.HIDDEN);
                        }));
    }

    private static Personal make(Class<?> type) throws ReflectiveOperationException {
        for (String text : new String[] {"9990000018", "1951-04-23", "ann@example.org"}) {
            for (Method method : type.getMethods()) {
                boolean makes = method.getReturnType() == type
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0] == String.class;
                if (makes) {
                    try {
                        return (Personal) method.invoke(null, text);
                    } catch (java.lang.reflect.InvocationTargetException notThisText) {
                        continue;
                    }
                }
            }
        }
        throw new AssertionError(type + " has no factory that takes a text");
    }

    @Test
    void what_is_sealed_opens_again_and_carries_its_version() {
        byte[] sealed = PersonalCodec.seal(KEY, new PersonName("Anneka Testperson"));

        assertThat(sealed[0]).isEqualTo((byte) 1);
        assertThat(PersonalCodec.open(KEY, sealed, PersonName::of)).isEqualTo(new PersonName("Anneka Testperson"));
        assertThat(PersonalCodec.seal(KEY, null)).isNull();
        assertThat(PersonalCodec.open(KEY, null, (Function<String, PersonName>) PersonName::of))
                .isNull();
    }

    @Test
    void a_version_from_the_future_is_refused() {
        assertThatThrownBy(() -> PersonalCodec.open(KEY, new byte[] {9, 65}, PersonName::of))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9990000018", "999 000 0026", "9990000034", "999 000 0042"})
    void nhs_numbers_with_the_right_check_digit_are_taken(String number) {
        assertThat(NhsNumber.isValid(number)).isTrue();
        assertThat(new NhsNumber(number).shown()).matches("999 000 00\\d\\d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9990000019", "999000001", "99900000180", "abcdefghij", "", "1234567890"})
    void other_numbers_are_not(String number) {
        assertThat(NhsNumber.isValid(number)).isFalse();
    }
}
