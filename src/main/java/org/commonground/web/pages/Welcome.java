package org.commonground.web.pages;

import org.commonground.platform.embedded.CaughtMails;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prints where to go, once everything is ready. */
@Component
class Welcome {

    private final String url;
    private final boolean mails;

    Welcome(@Value("${commonground.public-url}") String url, ObjectProvider<CaughtMails> mails) {
        this.url = url;
        this.mails = mails.getIfAvailable() != null;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void sayWhereToGo() {
        System.out.printf("""

                  Common Ground is ready.

                    Tasklist            %1$s/camunda/app/tasklist/default/
                    Cockpit             %1$s/camunda/app/cockpit/default/
                %2$s    API documentation   %1$s/swagger-ui.html
                """, url, mails ? "    Mails               " + url + "/mails\n" : "");
    }
}
