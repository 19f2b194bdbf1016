package org.commonground.web.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.neighbourhood.Neighbourhood;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Numbers;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The numbers of a neighbourhood: each its own, or left empty for the installation's. */
@Controller
@RequestMapping("/setup/neighbourhoods/{id}/numbers")
class NumberSetup {

    private final Neighbourhoods neighbourhoods;
    private final InOneTransaction once;

    NumberSetup(Neighbourhoods neighbourhoods, InOneTransaction once) {
        this.neighbourhoods = neighbourhoods;
        this.once = once;
    }

    @GetMapping
    ModelAndView ask(@PathVariable UUID id) {
        Neighbourhood kept = find(id);
        Map<String, Integer> own = neighbourhoods.ownNumbersOf(kept.id()).byName();
        return page(kept, name -> NumberWords.text(own.get(name))).show();
    }

    @PostMapping
    ModelAndView change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Neighbourhood kept = find(id);
        Filled filled = new Filled(sent);
        Numbers command = filled.read(Numbers.class);
        return FormPage.answer(
                filled,
                () -> {
                    once.run(() -> neighbourhoods.change(kept.id(), command, actor));
                    next.addFlashAttribute("done", "The numbers of " + kept.name() + " are kept");
                    return "/setup/neighbourhoods";
                },
                () -> page(kept, filled::text));
    }

    private FormPage page(Neighbourhood kept, Function<String, String> values) {
        Map<String, Integer> defaults = neighbourhoods.defaultNumbers().byName();
        List<FormField> fields = new ArrayList<>();
        NumberWords.SECTIONS.forEach(section -> {
            fields.add(FormField.heading(section.title()));
            section.words()
                    .forEach(word -> fields.add(FormField.text(
                            word.name(),
                            word.label(),
                            "In " + word.unit() + ". Empty: " + defaults.get(word.name()),
                            values.apply(word.name()))));
        });
        return FormPage.of("Numbers", kept.name(), "/setup/neighbourhoods/" + kept.id(), fields, "Save")
                .saying("Where a number is left empty, the installation’s holds. A change holds from now on: what has a"
                        + " date already keeps it.");
    }

    private Neighbourhood find(UUID id) {
        return neighbourhoods.get(new NeighbourhoodId(id));
    }
}
