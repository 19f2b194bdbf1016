package org.commonground.account;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonground.platform.Signature;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Phone;

/**
 * Somebody who decides for community groups, and may never sign in.
 *
 * @param account the account they sign in with, if any; their name and mail address are its
 * @param mail where offers are announced; null where they have none
 * @param phone where the link worker rings them; null where nobody knows it
 * @param groups the groups they decide for
 */
public record Organiser(
        OrganiserId id, Optional<AccountId> account, PersonName name, MailAddress mail, Phone phone, Set<UUID> groups) {

    public Organiser {
        groups = Set.copyOf(groups);
    }

    /** This organiser as the one who settles one matter of a group of theirs, by a link and without signing in. */
    public Actor.LinkHolder holding(Matter matter, UUID group) {
        if (!groups.contains(group)) {
            throw new IllegalArgumentException("an organiser settles what is their groups' own");
        }
        return new Actor.LinkHolder(
                new Signature(Signature.Kind.ORGANISER, id.value()), account, Set.of(group), matter);
    }
}
