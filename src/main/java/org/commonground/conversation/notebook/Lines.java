package org.commonground.conversation.notebook;

import java.util.List;
import org.commonground.platform.personal.Narrative;

/** Text of which each line stands for something of its own. */
final class Lines {

    private Lines() {}

    /** Without empty lines, and without the dashes and dots that people put before what they list. */
    static List<String> of(Narrative text) {
        return text == null
                ? List.of()
                : text.text()
                        .lines()
                        .map(line -> line.strip().replaceFirst("^[-*•]\\s+", ""))
                        .filter(line -> !line.isBlank())
                        .toList();
    }
}
