package org.commonground.workflow.engine;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.commonground.platform.refusal.Refusal;

/** Names a failure in coded words that tell nothing about anybody. */
public final class FailureCode {

    private FailureCode() {}

    /** {@code refused-conflict} for a refusal, {@code duplicate-key} for a {@code DuplicateKeyException}. */
    public static String of(Throwable failure) {
        Throwable root = unwrapped(failure);
        if (root instanceof Refusal refusal) {
            return "refused-" + words(refusal.kind().name().replace('_', '-'));
        }
        if (root instanceof StepFailed step) {
            return step.failureCode();
        }
        return words(root.getClass()
                .getSimpleName()
                .replaceAll("(Exception|Error)$", "")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-"));
    }

    /** Where it happened: the first frame of ours, else the first. */
    public static String place(Throwable failure) {
        StackTraceElement[] frames = unwrapped(failure).getStackTrace();
        return Arrays.stream(frames)
                .filter(frame -> frame.getClassName().startsWith("org.commonground."))
                .findFirst()
                .or(() -> Arrays.stream(frames).findFirst())
                .map(StackTraceElement::toString)
                .orElse("an unknown place");
    }

    /** What reflection and other threads have wrapped around a failure tells nothing. */
    static Throwable unwrapped(Throwable failure) {
        Throwable at = failure;
        while (at.getCause() != null
                && (at instanceof InvocationTargetException
                        || at instanceof ExecutionException
                        || at instanceof CompletionException
                        || at.getClass().getSimpleName().equals("ELException"))) {
            at = at.getCause();
        }
        return at;
    }

    private static String words(String name) {
        return name.isEmpty() ? "unknown" : name.toLowerCase();
    }
}
