package org.commonground.group;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.platform.Ids;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Groups that take nobody: closed for good, or suspended. From that day no place of theirs is held and matching leaves
 * them out; what goes on with them is ended one by one, by whoever hears {@link GroupClosed}.
 */
@Service
@Transactional
public class Closures {

    private final GroupRepository groups;
    private final ClosureRepository closures;
    private final Events events;
    private final WorkingDays days;
    private final Clock clock;

    Closures(GroupRepository groups, ClosureRepository closures, Events events, WorkingDays days, Clock clock) {
        this.groups = groups;
        this.closures = closures;
        this.events = events;
        this.days = days;
        this.clock = clock;
    }

    /**
     * Closes or suspends a group, at once or from a later day. Where it is closed already nothing changes.
     *
     * @throws Refusal for wrong input, an unknown group, and anybody but an administrator
     */
    public void close(CloseGroup command, Actor actor) {
        Commands.require(command);
        require(actor);
        GroupId group = lock(command.group());
        if (closures.of(group).isEmpty()) {
            closures.insert(command, clock.instant());
            if (!command.from().isAfter(days.today())) {
                begin(group, actor);
            }
        }
    }

    /** Lets a group take people again, or calls a closing off; one that is open stays so. */
    public void reopen(GroupId group, Actor actor) {
        require(actor);
        if (closures.reopen(lock(group), clock.instant())) {
            events.publish(new GroupReopened(Ids.next(), group, actor.by()));
        }
    }

    /** That the group takes nobody, or is going to; empty where it is open. */
    @Transactional(readOnly = true)
    public Optional<Closure> of(GroupId group) {
        return closures.of(group);
    }

    /** The sweep: closures whose day has come. */
    @Transactional(readOnly = true)
    public List<GroupId> due() {
        return closures.due(days.today());
    }

    /** The sweep: begins a closure whose day has come. Returns 1, or 0 where it had begun or was called off. */
    public int beginDue(GroupId group) {
        lock(group);
        return begin(group, Actor.SYSTEM) ? 1 : 0;
    }

    private boolean begin(GroupId group, Actor actor) {
        if (!closures.begin(group, clock.instant())) {
            return false;
        }
        Closure closure = closures.of(group).orElseThrow();
        events.publish(new GroupClosed(Ids.next(), group, closure.reason(), actor.by()));
        return true;
    }

    private GroupId lock(GroupId group) {
        groups.find(group).orElseThrow(() -> Refusal.notFound("There is no such group"));
        groups.lock(List.of(group));
        return group;
    }

    private static void require(Actor actor) {
        boolean may =
                actor == Actor.SYSTEM || actor instanceof Actor.SignedIn somebody && somebody.has(Role.ADMINISTRATOR);
        if (!may) {
            throw Refusal.notAllowed("Only an administrator may close or reopen a group");
        }
    }
}
