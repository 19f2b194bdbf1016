package org.commonground.platform.submitted;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One component of a command record, and how what was submitted becomes its value. Text is trimmed and empty text is no
 * text; the words of an enum are its names in kebab case; a type of ours is read by its static {@code of}.
 *
 * @param element what it is a list or set of; null for a single value
 */
public record Field(Class<?> type, Class<?> element) {

    public static Field of(RecordComponent component) {
        Class<?> type = component.getType();
        if (!Collection.class.isAssignableFrom(type)) {
            return new Field(type, null);
        }
        Type generic = component.getGenericType();
        if (generic instanceof ParameterizedType list && list.getActualTypeArguments()[0] instanceof Class<?> element) {
            return new Field(type, element);
        }
        throw new IllegalStateException(component + " must say what it is a list of");
    }

    boolean isSeveral() {
        return element != null;
    }

    /** Whether a form's value can be read: for who looks at forms beside their records. */
    public boolean takesFromForm(Object submitted) {
        try {
            if (isSeveral()) {
                several(Spelling.FORM, submitted).forEach(each -> Value.read(Spelling.FORM, element, each));
            } else {
                Value.read(Spelling.FORM, type, submitted);
            }
            return true;
        } catch (Unreadable unreadable) {
            return false;
        }
    }

    /** A single value; what the component holds without one where nothing was submitted. */
    Object one(Spelling spelling, Object submitted) {
        Object given = submitted;
        if (spelling == Spelling.PAGE) {
            List<?> sent = (List<?>) submitted;
            given = sent.isEmpty() ? null : sent.get(0);
        }
        Object value = Value.read(spelling, type, given);
        return value == null ? nothing(spelling) : value;
    }

    /** What was submitted for a list, one by one. */
    static Collection<?> several(Spelling spelling, Object submitted) {
        if (submitted instanceof Collection<?> several) {
            return several;
        }
        if (spelling == Spelling.CELL) {
            return Submitted.parts((String) submitted);
        }
        if (submitted == null || spelling == Spelling.FORM && "".equals(submitted)) {
            return List.of();
        }
        throw new Unreadable(Wording.LIST);
    }

    Object collected(List<Object> values) {
        return Set.class.isAssignableFrom(type) ? new LinkedHashSet<>(values) : List.copyOf(new ArrayList<>(values));
    }

    /** What the component holds when nothing was submitted: an empty list, false, 0 or null. */
    Object nothing(Spelling spelling) {
        if (isSeveral()) {
            return spelling == Spelling.JSON ? null : collected(List.of());
        }
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? (Object) 0 : null;
    }
}
