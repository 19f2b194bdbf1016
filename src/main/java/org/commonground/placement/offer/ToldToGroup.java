package org.commonground.placement.offer;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.commonground.group.Support;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.referral.Reference;

/**
 * All that a group's organisers are told about a person. Before they have said yes it names nobody.
 *
 * @param language the language the person speaks best
 * @param support what the person needs to take part
 * @param gapArrangement how support that the group does not offer is arranged
 * @param instruction what the group must know; empty where there is nothing, or the person does not want it told
 * @param answerBy the last day to answer an open offer
 * @param firstName what to call the person; empty until the group has said yes
 */
public record ToldToGroup(
        Reference reference,
        AgeBand age,
        String language,
        boolean interpreter,
        Set<Support> support,
        Optional<Narrative> gapArrangement,
        Optional<Narrative> instruction,
        Optional<LocalDate> answerBy,
        Optional<PersonName> firstName) {

    @Override
    public String toString() {
        return "ToldToGroup[" + reference + "]";
    }
}
