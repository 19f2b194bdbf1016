package org.commonground.web.security;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.account.Account;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.neighbourhood.Practice;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Somebody who has shown who they are. The principal is an {@link Actor}, so that a controller's parameter
 * {@code @AuthenticationPrincipal Actor.SignedIn} or {@code Actor.Practice} is what a use case wants to be told. The
 * name, which logs may show, is an id.
 */
public final class ActorAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final transient Account account;
    private final String id;

    private ActorAuthentication(
            Actor actor, Account account, String id, Collection<? extends GrantedAuthority> authorities) {
        super(authorities);
        this.actor = actor;
        this.account = account;
        this.id = id;
        setAuthenticated(true);
    }

    static ActorAuthentication of(Account account) {
        Set<SimpleGrantedAuthority> roles =
                account.roles().stream().map(ActorAuthentication::authority).collect(Collectors.toSet());
        return new ActorAuthentication(account.asActor(), account, account.id().toString(), roles);
    }

    static ActorAuthentication of(Practice practice) {
        return new ActorAuthentication(
                new Actor.Practice(practice.id()),
                null,
                practice.id().toString(),
                AuthorityUtils.createAuthorityList("ROLE_PRACTICE"));
    }

    /** A role's name for Spring Security's {@code hasRole}: {@code LINK_WORKER}. */
    private static SimpleGrantedAuthority authority(Role role) {
        return new SimpleGrantedAuthority("ROLE_" + role.name());
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    /** The account as it stood when this request came in; null for a practice. */
    public Account account() {
        return account;
    }

    /** Always null: nothing keeps a password. */
    @Override
    public Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return id;
    }
}
