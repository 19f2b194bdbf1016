package org.commonground.web.pages;

import java.util.ArrayList;
import java.util.List;
import org.commonground.web.pages.FactsPage.Link;
import org.springframework.web.servlet.ModelAndView;

/**
 * A page that says that something is done, and what happens next.
 *
 * @param panel below the heading, or null
 * @param mark to write down or read aloud, such as a reference; null for none
 * @param emergency whether it says whom to call where somebody is in danger
 * @param next what happens next
 */
public record DonePage(
        String title, String panel, String mark, boolean emergency, List<String> next, List<Link> links) {

    public DonePage {
        next = List.copyOf(next);
        links = List.copyOf(links);
    }

    public static DonePage of(String title, String panel) {
        return new DonePage(title, panel, null, false, List.of(), List.of());
    }

    public DonePage withEmergency() {
        return new DonePage(title, panel, mark, true, next, links);
    }

    /** With something to write down or read aloud, letter by letter. */
    public DonePage marked(String toReadAloud) {
        return new DonePage(title, panel, toReadAloud, emergency, next, links);
    }

    public DonePage then(String words) {
        List<String> more = new ArrayList<>(next);
        more.add(words);
        return new DonePage(title, panel, mark, emergency, more, links);
    }

    public DonePage linking(String words, String href) {
        List<Link> more = new ArrayList<>(links);
        more.add(Link.to(words, href));
        return new DonePage(title, panel, mark, emergency, next, more);
    }

    public ModelAndView show() {
        ModelAndView page = new ModelAndView("pages/done");
        page.addObject("page", this);
        return page;
    }
}
