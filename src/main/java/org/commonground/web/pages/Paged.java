package org.commonground.web.pages;

import java.util.List;
import java.util.function.Function;
import org.commonground.platform.persistence.Part;
import org.springframework.http.HttpStatus;

/**
 * One page of a long list, with the box to look for something in it and the ways to its other pages.
 *
 * @param path the list's address
 * @param box where words are typed
 * @param words what was looked for; null for all
 */
public record Paged<T>(String path, FormField box, String words, Part<T> part, Shown wrong, HttpStatus status) {

    public List<T> rows() {
        return part.rows();
    }

    /** The same with something else in each row. */
    public <R> Paged<R> map(Function<? super T, ? extends R> row) {
        return new Paged<>(path, box, words, part.map(row), wrong, status);
    }

    public boolean isSearch() {
        return words != null;
    }

    /** Whether there is something to look through. */
    public boolean hasBox() {
        return isSearch() || part.all() > 0;
    }

    public boolean isOfSeveral() {
        return part.pages() > 1;
    }

    /** {@code 26 to 50 of 1,425}. */
    public String inWords() {
        return "%,d to %,d of %,d".formatted(part.from(), part.to(), part.all());
    }

    /** {@code 3 found}. */
    public String foundInWords() {
        return part.all() == 0 ? "Nothing found" : "%,d found".formatted(part.all());
    }

    /** The number of the page before; 0 for none. */
    public int previous() {
        return part.page() - 1;
    }

    /** The number of the page after; 0 for none. */
    public int next() {
        return part.page() < part.pages() ? part.page() + 1 : 0;
    }

    /** Tells no words: they may be a name. */
    @Override
    public String toString() {
        return "Paged[" + path + "]";
    }
}
