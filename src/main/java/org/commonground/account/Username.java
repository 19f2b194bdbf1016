package org.commonground.account;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** 2 to 64 of a–z, 0–9, dot, hyphen, underscore and @, beginning with a letter or digit. Null passes. */
@Pattern(
        regexp = "[a-z0-9][a-z0-9._@-]{1,63}",
        message = "Username must be 2 to 64 letters, digits, dots, hyphens, underscores or @")
@Constraint(validatedBy = {})
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Username {

    /** Not shown: each rule has its own words. */
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
