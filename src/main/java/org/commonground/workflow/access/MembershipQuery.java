package org.commonground.workflow.access;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** The engine's query for groups, answered from teams, community groups and roles. */
final class MembershipQuery extends GroupQueryImpl {

    private static final long serialVersionUID = 1L;

    MembershipQuery() {}

    MembershipQuery(CommandExecutor executor) {
        super(executor);
    }

    boolean matches(Group group) {
        return (getId() == null || getId().equals(group.getId()))
                && (ids == null || Arrays.asList(ids).contains(group.getId()))
                && (getName() == null || getName().equals(group.getName()))
                && Likeness.of(getNameLike()).matches(group.getName())
                && (getType() == null || getType().equals(group.getType()))
                && getTenantId() == null
                && procDefId == null;
    }

    @Override
    public long executeCount(CommandContext context) {
        return directory(context).groups(this, context).size();
    }

    @Override
    public List<Group> executeList(CommandContext context, Page page) {
        return Pages.of(directory(context).groups(this, context), page);
    }

    private static AccountDirectory directory(CommandContext context) {
        return (AccountDirectory) context.getReadOnlyIdentityProvider();
    }
}
