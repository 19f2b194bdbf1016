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
 */
public record ListPage(String title, String back, String intro, FactsPage.Link add, List<Row> rows, String empty) {

    public ListPage {
        rows = List.copyOf(rows);
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
    }

    public ModelAndView show() {
        ModelAndView page = new ModelAndView("pages/list");
        page.addObject("page", this);
        return page;
    }
}
