package org.commonground.platform.persistence;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One page of a long list.
 *
 * @param page which, from 1; 1 where the list is empty
 * @param all how many rows there are on all pages
 */
public record Part<T>(List<T> rows, int page, int all) {

    /** How many rows stand on a page. */
    public static final int SIZE = 25;

    public Part {
        rows = List.copyOf(rows);
    }

    /**
     * Reads one page. Where fewer pages are there than somebody asks for it is the last one, and never one before the
     * first.
     *
     * @param all how many rows there are on all pages
     * @param read the rows of a page: how many at most, and how many come before
     */
    public static <T> Part<T> of(int all, int wanted, BiFunction<Integer, Integer, List<T>> read) {
        int page = Math.max(1, Math.min(wanted, pages(all)));
        return new Part<>(all == 0 ? List.of() : read.apply(SIZE, (page - 1) * SIZE), page, all);
    }

    /** How many pages there are; 1 where the list is empty. */
    public int pages() {
        return pages(all);
    }

    /** The number of the first row on this page, from 1. */
    public int from() {
        return (page - 1) * SIZE + 1;
    }

    /** The number of the last row on this page. */
    public int to() {
        return from() + rows.size() - 1;
    }

    /** The same page with something else in each row. */
    public <R> Part<R> map(Function<? super T, ? extends R> row) {
        return new Part<>(rows.stream().<R>map(row).toList(), page, all);
    }

    private static int pages(int all) {
        return Math.max(1, (all + SIZE - 1) / SIZE);
    }
}
