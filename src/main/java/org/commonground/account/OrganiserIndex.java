package org.commonground.account;

import java.util.List;
import org.commonground.platform.personal.Rebuilt;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By which words of their names organisers without an account are found, where the installation has a new secret. */
@Service
@Transactional
public class OrganiserIndex implements Rebuilt {

    private final OrganiserRepository organisers;
    private final NameRepository names;

    OrganiserIndex(OrganiserRepository organisers, NameRepository names) {
        this.organisers = organisers;
        this.names = names;
    }

    @Override
    public String of() {
        return "organisers";
    }

    @Override
    public int writeMissing(int most) {
        List<OrganiserId> missing = names.organisersNotIndexed(most);
        organisers
                .all(missing)
                .forEach(one -> names.write(one.id(), one.account().isPresent() ? null : one.name()));
        return missing.size();
    }
}
