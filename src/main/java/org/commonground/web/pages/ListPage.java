package org.commonground.web.pages;

import java.util.List;
import org.springframework.web.servlet.ModelAndView;

/**
 * A page that lists things by name.
 *
 * @param back where the link back leads
 * @param intro below the heading, or null
 * @param add where somebody adds one, and in which words; null where nobody does
 * @param empty what is said where there are none
 * @param paged where these are some of many: how to come to the others; null where they are all
 */
public record ListPage(
        String title, String back, String intro, FactsPage.Link add, List<Row> rows, String empty, Paged<Row> paged) {

    public ListPage {
        rows = List.copyOf(rows);
    }

    /** A list that is never long. */
    public ListPage(String title, String back, String intro, FactsPage.Link add, List<Row> rows, String empty) {
        this(title, back, intro, add, rows, empty, null);
    }

    /** A list that may be long. */
    public ListPage(String title, String back, String intro, FactsPage.Link add, Paged<Row> paged, String empty) {
        this(title, back, intro, add, paged.rows(), empty, paged);
    }

    /**
     * One of them.
     *
     * @param facts what stands below the name
     * @param tag a word that stands out beside it; null for none
     */
    public record Row(String name, String href, List<String> facts, String tag) {

        public Row {
            facts = List.copyOf(facts);
        }

        /** Tells no name. */
        @Override
        public String toString() {
            return "Row[]";
        }
    }

    public ModelAndView show() {
        ModelAndView page = new ModelAndView("pages/list");
        page.addObject("page", this);
        if (paged != null) {
            page.setStatus(paged.status());
        }
        return page;
    }

    /** Tells no name. */
    @Override
    public String toString() {
        return "ListPage[" + title + "]";
    }
}
