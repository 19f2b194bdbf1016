package org.commonground.testing;

import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.neighbourhood.KeepNeighbourhood;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Phone;
import org.springframework.beans.factory.BeanFactory;

/**
 * The neighbourhood of one test class, made when something of it is first wanted: teams, practices and groups that the
 * class makes are of it, and nothing that another class has left is.
 */
public final class Here {

    private static final Map<Neighbourhoods, NeighbourhoodId> HERE = new WeakHashMap<>();

    private Here() {}

    public static NeighbourhoodId in(BeanFactory context) {
        // a test whose transaction was undone has taken it along
        return HERE.compute(
                context.getBean(Neighbourhoods.class),
                (all, here) -> here != null && all.find(here).isPresent() ? here : make(all, "Hereabouts"));
    }

    /** Another one, where nobody is yet. */
    public static NeighbourhoodId elsewhere(BeanFactory context) {
        return make(context.getBean(Neighbourhoods.class), "Elsewhere");
    }

    static void leave() {
        HERE.clear();
    }

    private static NeighbourhoodId make(Neighbourhoods all, String name) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        return all.create(
                new KeepNeighbourhood(
                        name + " " + mark,
                        new Phone("01632 960300"),
                        "Monday to Friday, 9am to 5pm",
                        new MailAddress("service-" + mark + "@service.example")),
                Actor.SYSTEM);
    }
}
