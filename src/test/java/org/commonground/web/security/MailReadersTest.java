package org.commonground.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

class MailReadersTest {

    private static final Authentication NOBODY =
            new AnonymousAuthenticationToken("key", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    private static final Authentication LINK_WORKER = new TestingAuthenticationToken("ann", null, "ROLE_LINK_WORKER");
    private static final Authentication ADMINISTRATOR =
            new TestingAuthenticationToken("sam", null, "ROLE_ADMINISTRATOR");

    @Test
    void in_the_demo_it_is_whoever_is_signed_in() {
        assertThat(mayRead(true, LINK_WORKER)).isTrue();
        assertThat(mayRead(true, ADMINISTRATOR)).isTrue();
        assertThat(mayRead(true, NOBODY)).isFalse();
    }

    @Test
    void elsewhere_it_is_an_administrator() {
        assertThat(mayRead(false, ADMINISTRATOR)).isTrue();
        assertThat(mayRead(false, LINK_WORKER)).isFalse();
        assertThat(mayRead(false, NOBODY)).isFalse();
    }

    private static boolean mayRead(boolean demo, Authentication who) {
        return MailReaders.where(demo).authorize(() -> who, null).isGranted();
    }
}
