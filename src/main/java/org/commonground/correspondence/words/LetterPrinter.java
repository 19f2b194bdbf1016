package org.commonground.correspondence.words;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.commonground.correspondence.words.Letters.Letter;
import org.springframework.stereotype.Component;

/**
 * Prints a letter as a tagged PDF with its font inside, so that every name prints and every reader can read it aloud.
 * Nothing is loaded from anywhere, and nothing kept.
 */
@Component
public class LetterPrinter {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final Templates templates;

    LetterPrinter(Templates templates) {
        this.templates = templates;
        // its log quotes what it could not show, and that is a letter to somebody
        XRLog.setLoggingEnabled(false);
    }

    /** How large the letters are, in points. */
    public enum Print {
        NORMAL(12),
        LARGE(18);

        private final int points;

        Print(int points) {
            this.points = points;
        }
    }

    /**
     * What stands above the words.
     *
     * @param from who writes: the team
     * @param to name and address, line by line
     * @param date in words
     */
    public record Head(String from, List<String> to, String date) {

        public Head {
            to = List.copyOf(to);
        }

        /** Names nobody. */
        @Override
        public String toString() {
            return "Head[]";
        }
    }

    /** The PDF's bytes. */
    public byte[] print(Letter letter, Head head, Print print) {
        String page = templates.page(Map.of(
                "from", head.from(),
                "to", head.to(),
                "date", head.date(),
                "paragraphs", letter.printed(),
                "points", print.points));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.useFont(() -> PDDocument.class.getResourceAsStream(FONT), "Liberation Sans");
        builder.useUriResolver((base, uri) -> null);
        builder.withHtmlContent(page, null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("a letter could not be printed", e);
        }
        return pdf.toByteArray();
    }
}
