package org.commonground.platform.personal;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a personal value may be written: no longer than, and looking like. Null passes. */
@Target({ANNOTATION_TYPE, FIELD, METHOD, PARAMETER, RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Written.Check.class)
public @interface Written {

    /** The most characters it may have. */
    int upTo();

    /** A regular expression that the whole value must match. */
    String like() default "(?s).*";

    String message() default "Use at most {upTo} characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks at the text and never repeats it. */
    class Check implements ConstraintValidator<Written, Personal> {

        private int upTo;
        private String like;

        @Override
        public void initialize(Written rule) {
            upTo = rule.upTo();
            like = rule.like();
        }

        @Override
        public boolean isValid(Personal value, ConstraintValidatorContext context) {
            return value == null
                    || (value.text().length() <= upTo && value.text().matches(like));
        }
    }
}
