package org.commonground.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which rows stand on which page. */
class PartTest {

    @Test
    void an_empty_list_has_one_page_and_is_not_read() {
        Part<Integer> part = Part.of(0, 7, (most, before) -> {
            throw new IllegalStateException("read");
        });
        assertThat(part).isEqualTo(new Part<>(List.of(), 1, 0));
        assertThat(part.pages()).isEqualTo(1);
    }

    @Test
    void a_page_beyond_the_end_is_the_last_and_one_before_the_first_is_the_first() {
        assertThat(of(51, 2).rows()).hasSize(25).startsWith(25);
        for (int beyond : List.of(3, 4, Integer.MAX_VALUE)) {
            assertThat(of(51, beyond).rows()).containsExactly(50);
            assertThat(of(51, beyond).from()).isEqualTo(51);
            assertThat(of(51, beyond).to()).isEqualTo(51);
        }
        for (int before : List.of(1, 0, Integer.MIN_VALUE)) {
            assertThat(of(51, before).page()).isEqualTo(1);
        }
        assertThat(of(50, 3).page()).as("two full pages").isEqualTo(2);
    }

    private static Part<Integer> of(int all, int page) {
        return Part.of(
                all,
                page,
                (most, before) -> IntStream.range(before, Math.min(all, before + most))
                        .boxed()
                        .toList());
    }
}
