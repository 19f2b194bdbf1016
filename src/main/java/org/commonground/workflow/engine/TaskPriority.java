package org.commonground.workflow.engine;

/** How tasks stand in a list: the higher, the earlier. A model that gives a task another one has its own reason. */
public final class TaskPriority {

    public static final int NORMAL = 50;

    /** Of a referral that is urgent. */
    public static final int URGENT = 80;

    private TaskPriority() {}
}
