package org.commonground.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    private static final String ALPHABET = "2346789ACEFHJKMNPQRTWXY";

    @Test
    void isWrittenSoThatItCanBeReadAloud() {
        assertThat(new Reference("CG-7F3K-2Q")).hasToString("CG-7F3K-2Q");
        assertThat(Stream.generate(Reference::random).limit(500))
                .allSatisfy(reference ->
                        assertThat(reference.text()).matches("CG-[" + ALPHABET + "]{4}-[" + ALPHABET + "]{2}"));
    }

    @Test
    void forgivesHowSomebodyTypesIt() {
        assertThat(Reference.parse(" cg 7f3k 2q ")).contains(new Reference("CG-7F3K-2Q"));
        assertThat(Reference.parse("CG7F3K2Q")).contains(new Reference("CG-7F3K-2Q"));
        assertThat(Reference.parse("CG-7F3K-2R")).isEmpty();
        assertThat(Reference.parse("7F3K2Q")).isEmpty();
        assertThat(Reference.parse(null)).isEmpty();
        assertThatThrownBy(() -> new Reference("CG-7F3K-2R")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noticesOneWrongCharacterAndTwoNeighboursSwapped() {
        String right = "7F3K2Q";
        Stream<String> wrong = IntStream.range(0, 6)
                .boxed()
                .flatMap(at -> ALPHABET.chars()
                        .filter(c -> c != right.charAt(at))
                        .mapToObj(c -> right.substring(0, at) + (char) c + right.substring(at + 1)));
        Stream<String> swapped = IntStream.range(0, 5)
                .mapToObj(at ->
                        right.substring(0, at) + right.charAt(at + 1) + right.charAt(at) + right.substring(at + 2));
        assertThat(Stream.concat(wrong, swapped))
                .allSatisfy(typed -> assertThat(Reference.parse("CG" + typed)).isEmpty());
    }
}
