package org.commonground.web.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.neighbourhood.Teams;
import org.commonground.workflow.tasks.TaskPort;
import org.commonground.workflow.tasks.TaskRefused;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asked by the script we add to Tasklist, with the session of whoever is signed in. Nothing of it is kept anywhere. */
@RestController
class TasksController {

    /** How many cards may be asked for at once. */
    static final int AT_MOST = 100;

    private final Cards cards;
    private final Panels panels;
    private final Holders holders;
    private final TaskPort port;
    private final Teams teams;

    TasksController(Cards cards, Panels panels, Holders holders, TaskPort port, Teams teams) {
        this.holders = holders;
        this.port = port;
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

    /** Whoever has the task, if it is one of theirs to take over; else nothing. */
    @GetMapping("/tasks/{id}/holder")
    ResponseEntity<Holders.Holder> holder(@PathVariable String id, @AuthenticationPrincipal Actor.SignedIn actor) {
        return holders.of(id, actor)
                .map(holder ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(holder))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Takes a task over from whoever has claimed it; 404 where it is none of theirs, 409 with words where that cannot be. */
    @PostMapping("/tasks/{id}/take-over")
    ResponseEntity<String> takeOver(@PathVariable String id, @AuthenticationPrincipal Actor.SignedIn actor) {
        try {
            port.takeOver(id, actor);
            return ResponseEntity.noContent().build();
        } catch (TaskRefused refused) {
            if (refused.why() == TaskRefused.Why.NOT_ALLOWED) {
                return ResponseEntity.notFound().build();
            }
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .contentType(MediaType.TEXT_PLAIN)
                    .body(refused.getMessage());
        }
    }

    @GetMapping("/tasks/{id}/panel")
    ResponseEntity<Panels.Panel> panel(@PathVariable String id, @AuthenticationPrincipal Actor.SignedIn actor) {
        return panels.of(id, actor)
                .map(panel ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(panel))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
