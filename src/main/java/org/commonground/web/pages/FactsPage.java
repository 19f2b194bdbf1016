package org.commonground.web.pages;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.servlet.ModelAndView;

/** A page that shows what is known about something, in sections, with links to what can be done. */
public final class FactsPage {

    private final String title;
    private final String caption;
    private final String back;
    private final List<Section> sections = new ArrayList<>();
    private final List<Link> actions = new ArrayList<>();
    private String notice;

    public FactsPage(String title, String caption, String back) {
        this.title = title;
        this.caption = caption;
        this.back = back;
    }

    /** One fact; the link beside it may be null. */
    public record Fact(String name, String value, Link link) {}

    /** @param about what follows the words for whoever hears the page read aloud */
    public record Link(String words, String about, String href) {

        public static Link to(String words, String href) {
            return new Link(words, "", href);
        }
    }

    /** @param empty what is said where there are no facts */
    public record Section(String title, List<Fact> facts, String empty) {}

    public FactsPage section(String heading, List<Fact> facts, String empty) {
        sections.add(new Section(heading, List.copyOf(facts), empty));
        return this;
    }

    public FactsPage action(String words, String href) {
        actions.add(Link.to(words, href));
        return this;
    }

    /** Something that whoever looks should notice. */
    public FactsPage notice(String words) {
        notice = words;
        return this;
    }

    public ModelAndView show() {
        ModelAndView page = new ModelAndView("pages/facts");
        page.addObject("page", this);
        return page;
    }

    public String getTitle() {
        return title;
    }

    public String getCaption() {
        return caption;
    }

    public String getBack() {
        return back;
    }

    public String getNotice() {
        return notice;
    }

    public List<Section> getSections() {
        return sections;
    }

    public List<Link> getActions() {
        return actions;
    }
}
