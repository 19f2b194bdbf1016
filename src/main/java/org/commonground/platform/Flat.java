package org.commonground.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A small record inside a command whose fields stand beside the command's own wherever it is submitted: a form knows
 * {@code whatMatters}, not {@code wishes.whatMatters}. Whoever reads, checks or shows a command's fields goes by
 * {@link Fields}. Such a component is never null in a command.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Flat {

    /** The fields of a command as they are submitted. */
    final class Fields {

        private Fields() {}

        /** Every component, those of flat records in place of these. */
        public static Stream<RecordComponent> of(Class<?> command) {
            return Arrays.stream(command.getRecordComponents())
                    .flatMap(component -> isFlat(component) ? of(component.getType()) : Stream.of(component));
        }

        public static boolean isFlat(RecordComponent component) {
            return component.isAnnotationPresent(Flat.class);
        }
    }
}
