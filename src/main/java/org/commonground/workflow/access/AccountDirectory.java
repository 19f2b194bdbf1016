package org.commonground.workflow.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Role;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.engine.Tenants;

/**
 * The engine's view of people: our accounts, read and never written. It checks no password, because people sign in with
 * us, and it knows no administrator of its own, because nobody gets rights past the ones we give.
 *
 * <p>Whoever is signed in may look up a name by its id, which they have from a task, of those they work with ({@link
 * Neighbours}). Lists are for administrators; everybody else sees themselves and their own groups in them.
 */
final class AccountDirectory implements ReadOnlyIdentityProvider {

    private static final String LISTER = EngineGroups.role(Role.ADMINISTRATOR);

    private final Accounts accounts;
    private final GroupNames groups;
    private final Neighbours neighbours;
    private final TenantDirectory tenants;

    AccountDirectory(Accounts accounts, GroupNames groups, Neighbours neighbours, TenantDirectory tenants) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.groups = groups;
        this.neighbours = neighbours;
    }

    @Override
    public User findUserById(String id) {
        return account(id).map(AccountDirectory::user).orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new AccountQuery(executor());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new AccountQuery();
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("Accounts cannot be queried with SQL");
    }

    @Override
    public boolean checkPassword(String user, String password) {
        return false;
    }

    @Override
    public Group findGroupById(String id) {
        return groups.find(id).orElse(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new MembershipQuery(executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new MembershipQuery();
    }

    @Override
    public Tenant findTenantById(String id) {
        return tenants.all().filter(one -> one.getId().equals(id)).findFirst().orElse(null);
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NeighbourhoodQuery(executor());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new NeighbourhoodQuery();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** Users that match a query, as far as whoever asks may see them. */
    List<User> users(AccountQuery query, CommandContext context) {
        Stream<Account> found;
        if (query.named() != null) {
            found = query.named().stream()
                    .flatMap(id -> account(id).stream())
                    .filter(account -> mayKnow(account, context));
        } else if (maySeeLists(context.getAuthentication())) {
            found = accounts.all().stream();
        } else {
            found = account(context.getAuthentication().getUserId()).stream();
        }
        return found.filter(query::matches).map(AccountDirectory::user).toList();
    }

    /** Groups that match a query, as far as whoever asks may see them. */
    List<Group> groups(MembershipQuery query, CommandContext context) {
        Stream<Group> found;
        if (query.getUserId() != null) {
            found = account(query.getUserId())
                    .filter(account -> maySeeInLists(account, context))
                    .map(Account::asActor)
                    .map(EngineGroups::of)
                    .orElse(Set.of())
                    .stream()
                    .map(groups::find)
                    .flatMap(Optional::stream);
        } else if (query.getId() != null) {
            found = groups.find(query.getId()).stream();
        } else if (maySeeLists(context.getAuthentication())) {
            found = groups.all().stream();
        } else {
            found = context.getAuthentication().getGroupIds().stream()
                    .map(groups::find)
                    .flatMap(Optional::stream);
        }
        return found.filter(query::matches).toList();
    }

    /** Neighbourhoods that match a query, as far as whoever asks may see them. */
    List<Tenant> tenants(NeighbourhoodQuery query, CommandContext context) {
        Stream<Tenant> found = tenants.all().filter(one -> maySeeInLists(one, context));
        if (query.getUserId() != null) {
            Set<String> theirs = account(query.getUserId())
                    .filter(account -> maySeeInLists(account, context))
                    .map(Account::asActor)
                    .map(tenants::of)
                    .orElse(Set.of());
            found = tenants.all().filter(one -> theirs.contains(one.getId()));
        }
        return found.filter(query::matches)
                .filter(one -> query.getGroupId() == null || isManagedBy(query.getGroupId(), one))
                .toList();
    }

    private static boolean isManagedBy(String group, Tenant tenant) {
        return EngineGroups.postOf(group)
                .filter(post -> post.role() == Role.MANAGER)
                .map(post -> Tenants.of(post.neighbourhood()))
                .filter(tenant.getId()::equals)
                .isPresent();
    }

    private Optional<Account> account(String id) {
        try {
            return accounts.find(AccountId.of(id)).filter(Account::active);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private boolean mayKnow(Account account, CommandContext context) {
        Authentication viewer = context.getAuthentication();
        return maySeeInLists(account, context)
                || viewer.getGroupIds() != null
                        && neighbours.mayKnow(viewer.getGroupIds(), EngineGroups.of(account.asActor()));
    }

    private static boolean maySeeInLists(Account account, CommandContext context) {
        Authentication viewer = context.getAuthentication();
        return maySeeLists(viewer) || viewer.getUserId().equals(account.id().toString());
    }

    private static boolean maySeeInLists(Tenant tenant, CommandContext context) {
        Authentication viewer = context.getAuthentication();
        return maySeeLists(viewer)
                || viewer.getTenantIds() != null && viewer.getTenantIds().contains(tenant.getId());
    }

    /** The system, with nobody named, sees everything. */
    private static boolean maySeeLists(Authentication viewer) {
        return viewer == null
                || viewer.getUserId() == null
                || viewer.getGroupIds() != null && viewer.getGroupIds().contains(LISTER);
    }

    /** No mail address: nothing in the engine needs it. */
    private static User user(Account account) {
        User user = new UserEntity();
        user.setId(account.id().toString());
        user.setFirstName(account.displayName().text());
        user.setLastName("");
        return user;
    }

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }
}
