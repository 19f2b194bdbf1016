package org.commonground.correspondence.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commonground.correspondence.MessageKind;
import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CommonGroundTest
class ComposersTest {

    @Autowired
    private List<MessageComposer> composers;

    /** Without one a mail is posted that nobody can write; with two it depends on the order of the beans. */
    @Test
    void everyKindOfMailHasOneComposer() {
        assertThat(composers).extracting(MessageComposer::kind).containsExactlyInAnyOrder(MessageKind.values());
    }
}
