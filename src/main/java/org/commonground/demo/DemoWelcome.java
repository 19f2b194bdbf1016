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

    DemoWelcome(Demo demo) {
        this.demo = demo;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void sayWhoMayGoThere() {
        List<DemoPerson> people = DemoNeighbourhood.people().toList();
        StringBuilder text = new StringBuilder("\n  The demo's people (all invented) and their passwords:\n\n");
        for (DemoPerson person : people) {
            text.append("    %-10s %-19s %s%n"
                    .formatted(person.username(), demo.passwords().of(person.username()), person.does()));
        }
        String practice = "practice-" + DemoNeighbourhood.ODS_CODE;
        text.append("%n    The practice %s and its key for the API:%n    %s%n%n    All of them are kept in %s%n"
                .formatted(
                        DemoNeighbourhood.ODS_CODE,
                        demo.passwords().of(practice),
                        demo.passwords().file()));
        System.out.println(text);
    }
}
