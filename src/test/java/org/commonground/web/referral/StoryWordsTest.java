package org.commonground.web.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.platform.event.DomainEvent;
import org.junit.jupiter.api.Test;

class StoryWordsTest {

    /** Not shown: looks, steps between others that are, and whatever only few may know of. */
    private static final Set<String> LEFT_OUT = Set.of(
            "account-changed",
            "practice-changed",
            "referral-looked-at",
            "concern-raised",
            "concern-read",
            "concern-reviewed",
            "concern-brought-to-deputy",
            "mail-undeliverable",
            "mail-mended",
            "place-held",
            "place-taken",
            "place-given-back",
            "person-side-weighed");

    @Test
    void every_event_is_in_words_or_left_out_on_purpose() {
        Set<String> kinds = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.commonground")
                        .stream()
                        .filter(type -> type.isAssignableTo(DomainEvent.class) && !type.isInterface())
                        .map(JavaClass::getSimpleName)
                        .map(name ->
                                name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase())
                        .filter(kind -> !LEFT_OUT.contains(kind))
                        .collect(Collectors.toSet());
        assertThat(StoryWords.kinds()).containsExactlyInAnyOrderElementsOf(kinds);
    }
}
