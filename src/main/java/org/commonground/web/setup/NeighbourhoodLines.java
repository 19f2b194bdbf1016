package org.commonground.web.setup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.neighbourhood.KeepNeighbourhood;
import org.commonground.neighbourhood.Neighbourhood;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Numbers;
import org.commonground.platform.refusal.Problems;
import org.commonground.web.setup.Table.Line;

/** The neighbourhoods of one upload. */
final class NeighbourhoodLines {

    private final Neighbourhoods neighbourhoods;
    private final SetupNames names;
    private final SetupOutcome outcome;
    private final Actor.SignedIn actor;

    NeighbourhoodLines(Neighbourhoods neighbourhoods, SetupNames names, SetupOutcome outcome, Actor.SignedIn actor) {
        this.neighbourhoods = neighbourhoods;
        this.names = names;
        this.outcome = outcome;
        this.actor = actor;
    }

    void keep(Line line) {
        Optional<Neighbourhood> known =
                names.neighbourhood(Cells.of(line, "name")).map(neighbourhoods::get);
        Map<String, String> now = known.map(this::cells).orElseGet(LinkedHashMap::new);
        Map<String, String> wanted = Cells.over(now, line);
        Problems problems = new Problems();
        Numbers numbers = Cells.read(Numbers.class, wanted, Map.of(), problems);
        KeepNeighbourhood facts = Cells.command(KeepNeighbourhood.class, wanted, Map.of(), problems);
        NeighbourhoodId id;
        if (known.isPresent()) {
            id = known.get().id();
            neighbourhoods.change(id, facts, actor);
        } else {
            id = neighbourhoods.create(facts, actor);
        }
        neighbourhoods.change(id, numbers, actor);
        outcome.note(SetupFile.NEIGHBOURHOODS, known.isEmpty(), facts.name(), now, wanted);
    }

    private Map<String, String> cells(Neighbourhood one) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("name", one.name());
        cells.put("phone", one.phone().text());
        cells.put("hours", one.hours());
        cells.put("reply_to", one.replyTo() == null ? null : one.replyTo().text());
        cells.putAll(NumberWords.cells(neighbourhoods.ownNumbersOf(one.id())));
        return cells;
    }
}
