package org.commonground.placement.waiting;

import org.commonground.group.GroupFull;

/** There is no place now, and the person is on the group's waiting list. */
public class MustWait extends GroupFull {

    private static final long serialVersionUID = 1L;

    public MustWait(GroupFull.Of of) {
        super(of);
    }
}
