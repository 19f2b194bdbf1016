package org.commonground.demo;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prints, below where to go, who may go there. It is printed and not logged: passwords belong in no log file. */
@Component
@ConditionalOnProperty("commonground.demo")
class DemoWelcome {

    private final Demo demo;
    private final DemoNeighbourhood neighbourhood;

    DemoWelcome(Demo demo, DemoNeighbourhood neighbourhood) {
        this.demo = demo;
        this.neighbourhood = neighbourhood;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void sayWhoMayGoThere() {
        List<DemoPerson> people = neighbourhood.people().toList();
        StringBuilder text = new StringBuilder("\n  The demo's people (all invented) and their passwords:\n\n");
        for (DemoPerson person : people) {
            text.append("    %-10s %-19s %s%n"
                    .formatted(person.username(), demo.passwords().of(person.username()), person.does()));
        }
        text.append("%n    Practices and their keys for the API:%n%n".formatted());
        neighbourhood
                .practices()
                .forEach(practice -> text.append("    %-10s %s%n"
                        .formatted(practice.odsCode(), demo.passwords().of("practice-" + practice.odsCode()))));
        text.append(
                "%n    All of them are kept in %s%n".formatted(demo.passwords().file()));
        System.out.println(text);
    }
}
