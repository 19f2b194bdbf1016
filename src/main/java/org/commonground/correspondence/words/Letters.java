package org.commonground.correspondence.words;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The words of letters to people. A mail that stands for a letter and a printed one say the same. */
@Component
public class Letters {

    private final Templates templates;

    Letters(Templates templates) {
        this.templates = templates;
    }

    /**
     * A letter in words.
     *
     * @param text as a plain mail shows it, in short lines, with an empty line between paragraphs
     */
    public record Letter(String text) {

        /** Each on one line, for whoever wraps lines otherwise. */
        public List<String> paragraphs() {
            return List.of(text.split("\\R{2,}")).stream()
                    .map(paragraph -> paragraph.replaceAll("\\R", " "))
                    .toList();
        }

        /** The lines of each paragraph as they are printed: prose runs on, what is listed keeps its lines. */
        public List<List<String>> printed() {
            return List.of(text.split("\\R{2,}")).stream()
                    .map(paragraph -> List.of(paragraph
                            .replaceAll("\\R(?![A-Z][A-Za-z ]{2,20}: )", " ")
                            .split("\\R")))
                    .toList();
        }

        /** Names nobody. */
        @Override
        public String toString() {
            return "Letter[]";
        }
    }

    /**
     * Writes a letter from the template {@code letter/<name>.txt}.
     *
     * @param facts what the template shows, by name
     */
    public Letter write(String name, Map<String, Object> facts) {
        return new Letter(templates.letter(name, facts).strip());
    }
}
