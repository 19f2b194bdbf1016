package org.commonground.correspondence.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.commonground.correspondence.words.LetterPrinter.Head;
import org.commonground.correspondence.words.LetterPrinter.Print;
import org.commonground.correspondence.words.Letters.Letter;
import org.junit.jupiter.api.Test;

/** A printed letter says what it should in every alphabet people here are written in, and can be read aloud. */
class LetterPrinterTest {

    private static final Head HEAD = new Head(
            "Eastside link workers",
            List.of("Zoë Łukaszewicz-Şahin", "Ελένη Παπαδοπούλου", "12 Mill Lane", "Exampleton"),
            "8 December 2026");
    private static final Letter LETTER = new Letter("""
            Hello Жанна,

            This is when we talk about what matters to you. Nothing to prepare, and
            nothing you have to say.

            When: Tuesday 8 December, 10:30am
            Where: Mill Lane <Community> Garden
            Who you will meet: Íñigo & Jo""");

    private final LetterPrinter printer = new LetterPrinter(new Templates("https://referrals.example.org/"));

    @Test
    void saysEveryNameAndKeepsTheLinesOfWhatIsListed() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(printer.print(LETTER, HEAD, Print.NORMAL))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Zoë Łukaszewicz-Şahin", "Ελένη Παπαδοπούλου", "Hello Жанна,", "Íñigo & Jo")
                    .contains("Nothing to prepare, and nothing")
                    .containsPattern("10:30am\\s*\\RWhere: Mill Lane <Community> Garden");
        }
    }

    @Test
    void isTaggedAndHasATitleAndALanguageAndItsFontInside() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(printer.print(LETTER, HEAD, Print.NORMAL))) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentInformation().getTitle())
                    .as("names nobody")
                    .isEqualTo("Letter");
            for (var name : pdf.getPage(0).getResources().getFontNames()) {
                assertThat(pdf.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
        }
    }

    @Test
    void isLargerInLargePrint() throws IOException {
        assertThat(sizes(Print.LARGE)).isEqualTo(18);
        assertThat(sizes(Print.NORMAL)).isEqualTo(12);
    }

    private float sizes(Print print) throws IOException {
        float[] size = new float[1];
        try (PDDocument pdf = Loader.loadPDF(printer.print(LETTER, HEAD, print))) {
            PDFTextStripper reader = new PDFTextStripper() {
                @Override
                protected void processTextPosition(org.apache.pdfbox.text.TextPosition text) {
                    size[0] = Math.max(size[0], text.getFontSizeInPt());
                    super.processTextPosition(text);
                }
            };
            reader.getText(pdf);
        }
        return Math.round(size[0]);
    }
}
