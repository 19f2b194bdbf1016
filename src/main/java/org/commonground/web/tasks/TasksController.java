package org.commonground.web.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.neighbourhood.Teams;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asked by the script we add to Tasklist, with the session of whoever is signed in. Nothing of it is kept anywhere. */
@RestController
class TasksController {

    /** How many cards may be asked for at once. */
    static final int AT_MOST = 100;

    private final Cards cards;
    private final Panels panels;
    private final Teams teams;

    TasksController(Cards cards, Panels panels, Teams teams) {
        this.cards = cards;
        this.panels = panels;
        this.teams = teams;
    }

    @GetMapping("/tasks/cards")
    ResponseEntity<Map<String, Cards.Card>> cards(
            @RequestParam List<String> ids, @AuthenticationPrincipal Actor.SignedIn actor) {
        return ids.size() > AT_MOST
                ? ResponseEntity.badRequest().build()
                : ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(cards.of(ids, actor));
    }

    /** What Tasklist's header leads to besides. Each page decides by itself who may open it. */
    @GetMapping("/tasks/links")
    ResponseEntity<List<Panels.Action>> links(@AuthenticationPrincipal Actor.SignedIn actor) {
        List<Panels.Action> links = new ArrayList<>();
        if (!teams.workedInBy(actor).isEmpty()) {
            links.add(new Panels.Action("/referrals", "Find a person"));
            links.add(new Panels.Action("/referrals/new", "Record a referral"));
        }
        if (!teams.ledBy(actor).isEmpty()) {
            links.add(new Panels.Action("/team", "Team"));
        }
        if (actor.has(Role.ORGANISER)) {
            links.add(new Panels.Action("/groups", "Your groups"));
        }
        if (actor.has(Role.ADMINISTRATOR)) {
            links.add(new Panels.Action("/setup", "Set up"));
        }
        links.add(new Panels.Action("/account", "Your account"));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(links);
    }

    @GetMapping("/tasks/{id}/panel")
    ResponseEntity<Panels.Panel> panel(@PathVariable String id, @AuthenticationPrincipal Actor.SignedIn actor) {
        return panels.of(id, actor)
                .map(panel ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(panel))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
