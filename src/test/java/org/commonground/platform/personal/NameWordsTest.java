package org.commonground.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** By which words a name is found. */
class NameWordsTest {

    @Test
    void case_accents_and_signs_make_no_difference() {
        assertThat(NameWords.all("Zoë Anne-Marie O’Brien"))
                .containsExactlyInAnyOrder("zoe", "anne", "marie", "annemarie", "obrien", "o", "brien");
        assertThat(NameWords.all("Łukasz Weiß Æbelø")).containsExactlyInAnyOrder("lukasz", "weiss", "aebelo");
        assertThat(NameWords.all("Zoe\u0308")).isEqualTo(NameWords.all("ZOË"));
    }

    @Test
    void names_of_every_script_have_words() {
        assertThat(NameWords.all("李 小龍")).containsExactlyInAnyOrder("李", "小龍");
        assertThat(NameWords.all("Μαρία")).containsExactly("μαρια");
        assertThat(NameWords.all("- ' …")).isEmpty();
    }

    @Test
    void whoever_types_an_apostrophe_or_none_means_one_word() {
        assertThat(NameWords.written("O'Brien")).containsExactly("obrien");
        assertThat(NameWords.written("D’Arcy O`Neil")).containsExactlyInAnyOrder("darcy", "oneil");
    }
}
