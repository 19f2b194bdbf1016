package org.commonground.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.commonground.CommonGround;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test against the whole application on the real database, on a random port. All of them share one context, so it
 * adds no beans and no settings of its own; each test makes its own referral and counts only its own rows. Nothing
 * runs by itself: no job, no sweep, no mail. It is whatever time {@link AsOf} says; a test that needs another moves the
 * {@code MovableClock} or lets {@link TimePasses}, and the clock is set back after each test. Mails that earlier tests left
 * waiting are gone, and administrators of earlier classes work here no more; everybody else is of a neighbourhood of theirs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = CommonGround.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = {TestData.class, AsOf.class, Tap.SetIn.class})
@TestExecutionListeners(
        listeners = {ClockSetBack.class, LeftBehind.class},
        mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface CommonGroundTest {}
