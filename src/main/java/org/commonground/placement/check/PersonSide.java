package org.commonground.placement.check;

import java.time.Instant;
import java.util.Set;
import org.commonground.group.Support;
import org.commonground.platform.Signature;
import org.commonground.platform.personal.Narrative;

/**
 * The person's side of the safety check, as a link worker signed it for one placement. Narratives are null where there
 * is nothing to say.
 *
 * @param health falls, seizures, allergies: what a group must be ready for
 * @param companion who comes along
 * @param support what the person needs to take part
 * @param gapCovered whether what the group does not offer has been arranged in another way
 * @param riskNote what the risks are and how they are managed; never shown to a group
 * @param instruction what a group must know, as an instruction and not as a diagnosis
 */
public record PersonSide(
        Narrative communication,
        Narrative mobility,
        Narrative transport,
        Narrative health,
        Narrative companion,
        Set<Support> support,
        boolean gapCovered,
        Narrative gapArrangement,
        Risks risks,
        Narrative riskNote,
        Narrative instruction,
        Signature signedBy,
        Instant signedAt) {

    public PersonSide {
        support = Set.copyOf(support);
    }

    /** What the person needs and the group does not offer. */
    public Set<Support> gap(Set<Support> offered) {
        return Support.missing(support, offered);
    }

    /** Whether a gap is left that nobody has arranged for. */
    public boolean hasSupportGap(Set<Support> offered) {
        return !gapCovered && !gap(offered).isEmpty();
    }
}
