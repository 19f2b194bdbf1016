package org.commonground.workflow.access;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.commonground.account.Account;
import org.commonground.workflow.engine.EngineGroups;

/** The engine's query for users, answered from accounts in their own order; a first name is the name screens show. */
final class AccountQuery extends UserQueryImpl {

    private static final long serialVersionUID = 1L;

    AccountQuery() {}

    AccountQuery(CommandExecutor executor) {
        super(executor);
    }

    /** The accounts asked for by their ids; null where none is named. */
    List<String> named() {
        if (getIds() != null) {
            return Arrays.asList(getIds());
        }
        return getId() == null ? null : List.of(getId());
    }

    boolean matches(Account account) {
        String name = account.displayName().text();
        return (getIds() == null
                        || Arrays.asList(getIds()).contains(account.id().toString()))
                && (getFirstName() == null || getFirstName().equals(name))
                && Likeness.of(getFirstNameLike()).matches(name)
                && (getLastName() == null || getLastName().isEmpty())
                && Likeness.of(getLastNameLike()).matches("")
                && getEmail() == null
                && getEmailLike() == null
                && getTenantId() == null
                && procDefId == null
                && (getGroupId() == null || EngineGroups.of(account.asActor()).contains(getGroupId()));
    }

    @Override
    public long executeCount(CommandContext context) {
        return directory(context).users(this, context).size();
    }

    @Override
    public List<User> executeList(CommandContext context, Page page) {
        return Pages.of(directory(context).users(this, context), page);
    }

    private static AccountDirectory directory(CommandContext context) {
        return (AccountDirectory) context.getReadOnlyIdentityProvider();
    }
}
