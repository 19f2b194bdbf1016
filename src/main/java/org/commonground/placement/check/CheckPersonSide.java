package org.commonground.placement.check;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import org.commonground.group.Support;
import org.commonground.placement.ConsentGiven;
import org.commonground.platform.Flat;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;
import org.commonground.referral.RiskLevel;

/**
 * The person's side of the safety check, signed by the link worker. The texts may be empty where there is nothing to
 * say.
 *
 * @param communication how to talk, write and listen
 * @param health falls, seizures, allergies: what a group must be ready for
 * @param companion who comes along
 * @param support what the person needs to take part
 * @param supportArranged whether what the group does not offer has been arranged; null where nothing is missing
 * @param supportArrangement how
 * @param safeguarding whether a safeguarding enquiry is open
 * @param riskNote what the risks are and how they are managed
 * @param crisis whether the person is in crisis now: then this is the wrong way
 * @param instruction what the group must know, as an instruction and not as a diagnosis
 * @param shareRisks whether the person agrees that the group is told the instruction; null where there is none
 * @param consent who gave that consent
 * @param signed that the link worker has checked all this with the person
 */
public record CheckPersonSide(
        @Written(upTo = 1000) Narrative communication,
        @Written(upTo = 1000) Narrative mobility,
        @Written(upTo = 1000) Narrative transport,
        @Written(upTo = 1000) Narrative health,
        @Written(upTo = 1000) Narrative companion,
        List<Support> support,
        Boolean supportArranged,
        @Written(upTo = 1000) Narrative supportArrangement,

        @NotNull(message = "Say whether there is a risk that the person harms themselves")
        RiskLevel riskToSelf,

        @NotNull(message = "Say whether there is a risk that the person harms others")
        RiskLevel riskToOthers,

        @NotNull(message = "Say whether there is a risk that others harm the person")
        RiskLevel riskFromOthers,

        @NotNull(message = "Say whether there is a risk for whoever visits")
        RiskLevel riskOnVisit,

        @NotNull(message = "Say whether a safeguarding enquiry is open")
        Boolean safeguarding,

        @Written(upTo = 2000) Narrative riskNote,

        @NotNull(message = "Say whether the person is in crisis now")
        Boolean crisis,

        @Written(upTo = 500) Narrative instruction,

        Boolean shareRisks,
        @Flat @Valid ConsentGiven consent,
        Boolean signed) {

    public CheckPersonSide {
        support = support == null ? List.of() : List.copyOf(support);
        consent = consent == null ? ConsentGiven.BY_NOBODY : consent;
    }

    Risks risks() {
        return new Risks(riskToSelf, riskToOthers, riskFromOthers, riskOnVisit, safeguarding);
    }

    /** Refuses answers that do not fit together, given what the group offers. */
    public void requireWhole(Set<Support> offered) {
        boolean gap = !Support.missing(Set.copyOf(support), offered).isEmpty();
        boolean risk = risks().gravest() != RiskLevel.NONE;
        boolean toldOf = instruction != null;
        Problems answers = new Problems()
                .need(
                        !crisis,
                        "crisis",
                        "A person in crisis leaves this route: call 999 in danger to life, or 111 and choose mental health,"
                                + " and speak with the practice's duty clinician today. Answer this form when it is over")
                .need(
                        !gap || supportArranged != null,
                        "supportArranged",
                        "The group does not offer all the support needed: say whether the rest is arranged")
                .needSaid(
                        gap && Boolean.TRUE.equals(supportArranged),
                        supportArrangement,
                        "supportArrangement",
                        "Say how the support that the group does not offer is arranged")
                .needSaid(risk, riskNote, "riskNote", "Say what the risk is and how it is managed")
                .needSaid(
                        risk && Boolean.TRUE.equals(shareRisks),
                        instruction,
                        "instruction",
                        "Say what the group must know, as an instruction")
                .need(
                        !(risk || toldOf) || shareRisks != null,
                        "shareRisks",
                        "Say whether the person agrees that the group is told")
                .need(Boolean.TRUE.equals(signed), "signed", "Confirm that you have checked this with the person");
        consent.require(Boolean.TRUE.equals(shareRisks), answers);
        answers.refuseIfWrong();
    }
}
