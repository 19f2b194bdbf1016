package org.commonground.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.commonground.account.Account;
import org.commonground.platform.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Counts wrong passwords of now when somebody chooses another, as signing in does: a session left open is no door. */
@Component
public class PasswordAttempts {

    private final SignInThrottle throttle;

    PasswordAttempts(SignInThrottle throttle) {
        this.throttle = throttle;
    }

    /**
     * Does what asks for the password of now.
     *
     * @param field where the work says that it is wrong
     * @throws Refusal of the work's, or because too many were wrong
     */
    public <T> T counted(Account account, HttpServletRequest request, String field, Supplier<T> work) {
        String from = request.getRemoteAddr();
        if (throttle.isClosed(account.username(), from)) {
            throw Refusal.invalid(field, "There were too many attempts. Wait a quarter of an hour, then try again");
        }
        try {
            T done = work.get();
            throttle.succeeded(account.username(), from);
            return done;
        } catch (Refusal refusal) {
            if (refusal.fields().containsKey(field)) {
                throttle.failed(account.username(), from);
            }
            throw refusal;
        }
    }
}
