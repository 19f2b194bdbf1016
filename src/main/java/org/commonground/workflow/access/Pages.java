package org.commonground.workflow.access;

import java.util.List;
import org.camunda.bpm.engine.impl.Page;

/** Cuts a page out of a list as the engine asks for it; no page is the whole list. */
final class Pages {

    private Pages() {}

    static <T> List<T> of(List<T> all, Page page) {
        if (page == null) {
            return all;
        }
        return all.stream()
                .skip(page.getFirstResult())
                .limit(page.getMaxResults())
                .toList();
    }
}
