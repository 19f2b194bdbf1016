package org.commonground.testing;

import java.util.Locale;
import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.neighbourhood.NewPractice;
import org.commonground.neighbourhood.PracticeKey;
import org.commonground.neighbourhood.Practices;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.personal.MailAddress;
import org.springframework.beans.factory.BeanFactory;

/** A team and a practice of one test's own. */
public record Neighbourhood(Team team, PracticeKey practice) {

    public static Neighbourhood in(BeanFactory context) {
        return of(Here.in(context), context);
    }

    /** The same of another neighbourhood. */
    public static Neighbourhood elsewhere(BeanFactory context) {
        return of(Here.elsewhere(context), context);
    }

    private static Neighbourhood of(NeighbourhoodId neighbourhood, BeanFactory context) {
        String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        Team team = context.getBean(Teams.class).create(neighbourhood, "Team " + mark, Actor.SYSTEM);
        MailAddress mail = new MailAddress("practice-" + mark.toLowerCase(Locale.ROOT) + "@practice.example");
        PracticeKey practice = context.getBean(Practices.class)
                .create(new NewPractice("T" + mark, "Practice " + mark, mail, team.id()), Actor.SYSTEM);
        return new Neighbourhood(team, practice);
    }

    /** The practice as it refers and asks. */
    public Actor.Practice actor() {
        return new Actor.Practice(practice.practice());
    }
}
